#include "tests/ctl/branch.h"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/base/files.h"
#include "tests/bench/pictures.h"

namespace ardager::ctl_test {
namespace {

constexpr std::size_t kLargestRead = 64U << 20;

}  // namespace

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "ardager-ctl-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string read_text(const std::string& path) {
    const auto bytes = read_file(path, kLargestRead);
    INFO(path);
    REQUIRE(bytes);
    return std::string(as_text(*bytes));
}

void write_text(const std::string& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    REQUIRE(file.good());
}

Bytes picture(std::uint64_t seed, std::uint64_t bytes) {
    SeededRandom random(seed);
    return bench::make_png(random, bytes);
}

Json complete_application() {
    return {{"service", "veteran-certificate"},
            {"language", "kk"},
            {"applicant",
             {{"iin", "250509300018"},
              {"surname", "Ардагеров"},
              {"given_name", "Сынақ"},
              {"patronymic", "Тестұлы"},
              {"birth_date", "1925-05-09"},
              {"phone", "+77010000000"},
              {"address", {{"kato", "351010000"}, {"text", "Қарағанды қ., Ержанов к-сі, 12, 5-пәтер"}}}}},
            {"representative", nullptr},
            {"documents", {{{"kind", "military_id"}, {"number", "НО 123456"}, {"files", {"page1.png"}}}}},
            {"consent", true},
            {"pickup_branch", "KRG03"}};
}

std::string filled_configuration() {
    return "[branch]\ncode = 'KRG03'\ndepartment_number = '3'\nname_kk = '№ 3 бөлім'\nname_ru = 'Отдел № 3'\n"
           "name_en = 'Department No. 3'\naddress_kk = 'Бейбітшілік к-сі, 47/3'\n"
           "address_ru = 'ул. Мира, 47/3'\naddress_en = '47/3 Mira St'\n"
           "phone = '+7 7212 000000'\n[device]\nid = 'K1'\n"
           "[duty_employee]\nname = 'Сынақова Айгүл Тестқызы'\nphone = '+7 7212 000001'\n";
}

Branch::Branch(const Words& init) {
    std::filesystem::create_directories(file("inbox"));
    puts_into_inbox("page1.png", picture(1));
    write_text(file("branch.toml"), filled_configuration());
    Words words{"init",      "--branch", "KRG03",    "--device",         "K1",
                "--profile", "kiosk",    "--config", file("branch.toml")};
    words.insert(words.end(), init.begin(), init.end());
    const auto made = ctl(words);
    INFO(made.err);
    REQUIRE(made.exit == 0);
}

Words Branch::ctl_words(Words words) const {
    words.insert(words.begin(), {ARDAGER_CTL, "--data", data(), "--json"});
    return words;
}

Outcome Branch::ctl(Words words) const {
    return run(ctl_words(std::move(words)));
}

Outcome Branch::apply(const std::string& text) const {
    write_text(file("inbox/application.json"), text);
    return ctl({"apply", file("inbox/application.json")});
}

std::string Branch::accepts(const Json& application) const {
    const auto outcome = apply(application);
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.exit == 0);
    return outcome.json().at("number").get<std::string>();
}

void Branch::puts_into_inbox(const std::string& name, ByteView bytes) const {
    write_text(file("inbox/" + name), as_text(bytes));
}

Json Branch::verified() const {
    const auto outcome = ctl({"journal", "verify"});
    INFO(outcome.err);
    REQUIRE(outcome.exit == 0);
    return outcome.json();
}

}  // namespace ardager::ctl_test
