// What `doctor` says of the devices that the configuration names.
#include <catch2/catch.hpp>

#include "tests/ctl/branch.h"

using namespace ardager;
using namespace ardager::ctl_test;

namespace {

Json camera_of(const Branch& branch, const std::string& source) {
    const auto file = branch.data() + "/ardager.toml";
    auto text = read_text(file);
    const std::string none = "camera = ''";
    const auto at = text.find(none);
    REQUIRE(at != std::string::npos);
    text.replace(at, none.size(), "camera = '" + source + "'");
    write_text(file, text);
    const auto all = branch.ctl({"doctor"}).json();
    CHECK(all.at("ready") == true);
    for (const auto& check : all.at("checks"))
        if (check.at("name") == "camera") return check;
    return nullptr;
}

}  // namespace

TEST_CASE("the doctor says what the camera shows, or what is missing, and stays ready", "[ctl][camera]") {
    const auto [source, state, words] = GENERATE(table<std::string, std::string, std::string>(
        {{"", "ok", "device.camera"},
         {"videotestsrc ! video/x-raw,width=640,height=480", "ok", "640 x 480"},
         {"v4l2src device=/dev/no-such-camera", "warning", "/dev/no-such-camera"},
         {"no_such_element", "warning", "no_such_element"}}));
    CAPTURE(source);
    const Branch branch;
    const auto check = camera_of(branch, source);
    CHECK(check.at("state") == state);
    CHECK_THAT(check.at("detail").get<std::string>(), Catch::Contains(words));
}
