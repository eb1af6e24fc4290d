#include <catch2/catch.hpp>

#include "sync/wire/http.h"

using namespace ardager;

TEST_CASE("headers are found whatever their case", "[wire]") {
    const wire::Headers headers{{"Upload-Offset", "7"}, {"upload-offset", "8"}};
    CHECK(wire::header(headers, "UPLOAD-OFFSET") == "7");
    CHECK(wire::header(headers, "Upload-Offse").empty());
}

TEST_CASE("a target is taken apart and decoded", "[wire]") {
    const auto target = wire::parse_target("/v1/journals/KRG03-K1/entries?after=12&wait=%32%30&flag");
    REQUIRE(target);
    CHECK(target->path == std::vector<std::string>{"v1", "journals", "KRG03-K1", "entries"});
    CHECK(target->get("after") == "12");
    CHECK(target->get("wait") == "20");
    CHECK(target->get("flag").empty());
    CHECK(target->get("other").empty());
    CHECK(wire::parse_target("/")->path.empty());
    CHECK(wire::parse_target("/a%2Fb")->path == std::vector<std::string>{"a/b"});
}

TEST_CASE("a target that could mean two things is refused", "[wire]") {
    const auto text = GENERATE(as<std::string>(), "", "v1/feed", "http://host/v1", "*", "//v1", "/v1//feed",
                               "/v1/", "/v1/../x", "/v1/%2e%2e/x", "/v1/%", "/v1/%2", "/v1/%zz", "/v1/%00",
                               "/v1/\x01", "/v1/%c3%28", "/v1/feed?a=1&a=2", "/v1/feed#x", "/v1/%e2%80%ae",
                               "/v1/feed?a=%", std::string(5000, '/'));
    CAPTURE(text);
    CHECK_FALSE(wire::parse_target(text));
}

TEST_CASE("every fault of the line has its own name", "[wire]") {
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(wire::LineFault::not_a_gateway); ++i)
        names.insert(wire::line_fault_name(static_cast<wire::LineFault>(i)));
    CHECK(names.size() == 11);
    CHECK(names.count("unknown") == 0);
}
