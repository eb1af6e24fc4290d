#include "kiosk/base/bytes.h"
#include "kiosk/base/digest.h"
#include "kiosk/base/files.h"
#include "kiosk/base/json.h"
#include "kiosk/base/text.h"
#include "kiosk/base/time.h"

using namespace ardager;

TEST_CASE("base64 follows RFC 4648's test vectors", "[base]") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"", ""},        {"f", "Zg=="},        {"fo", "Zm8="},
        {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : rows) {
        CHECK(to_base64(as_bytes(plain)) == coded);
        CHECK(as_text(from_base64(coded).value()) == plain);
        CHECK(as_text(from_base64url(to_base64url(as_bytes(plain))).value()) == plain);
    }
    CHECK_FALSE(from_base64("Zg="));
    CHECK_FALSE(from_base64("Z!=="));
    CHECK_FALSE(from_base64url("Zh"));  // bits left over
}

TEST_CASE("SHA-256 and HMAC follow the published vectors", "[base]") {
    CHECK(sha256(as_bytes("abc")).hex() ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 pieces;
    pieces.update(as_bytes("a"));
    pieces.update(as_bytes("bc"));
    CHECK(pieces.finish() == sha256(as_bytes("abc")));
    CHECK(hmac_sha256(as_bytes("Jefe"), as_bytes("what do ya want for nothing?")).hex() ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("times are read in UTC, with an offset, and as Kazakhstan's local time", "[base]") {
    const auto moment = parse_instant("2026-11-23T05:15:00Z").value();
    CHECK(parse_instant("2026-11-23T10:15:00+05:00").value() == moment);
    CHECK(parse_instant("2026-11-23T10:15").value() == moment);
    CHECK(iso_instant(moment) == "2026-11-23T05:15:00.000Z");
    CHECK(paper_time(moment) == "10:15");
    CHECK(paper_date(local_date(parse_instant("2026-11-22T19:30:00Z").value())) == "23.11.2026");
    for (const auto* bad :
         {"2026-02-29T10:00Z", "2026-11-23", "2026-11-23T25:00Z", "2026-11-23T10:00:00.Z", "x"})
        CHECK_FALSE(parse_instant(bad));
}

TEST_CASE("strict JSON refuses duplicates, bad UTF-8 and deep nesting, and says where", "[base]") {
    CHECK(parse_json(R"({"a":{"b":[1,{"c":2}]}})").value()["a"]["b"][1]["c"] == 2);
    const auto twice = parse_json(R"({"applicant":{"iin":"1","iin":"2"}})");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().fields.at(0).field == "applicant.iin");
    CHECK(twice.error().fields.at(0).code == "duplicate");
    const auto broken = parse_json("{\n  \"a\": }");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().detail.find("line 2") != std::string::npos);
    CHECK_FALSE(parse_json("{\"a\":\"\xC3\x28\"}"));
    CHECK_FALSE(parse_json(std::string(40, '[') + std::string(40, ']')));
}

TEST_CASE("text checks find what makes a name read otherwise than it is stored", "[base]") {
    CHECK_FALSE(unsafe_character("Ардагеров Сынақ Тестұлы"));
    CHECK(unsafe_character(std::string("a\0b", 3)) == "nul");
    CHECK(unsafe_character("a\xE2\x80\xAE"
                           "b") == "bidi");
    CHECK(unsafe_character("a\nb") == "control");
    CHECK_FALSE(is_utf8("\xC0\x80"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));
    CHECK(count_characters("Әлібек") == 6);
    CHECK(tidy_spaces("  а  б\t") == "а б");
}

TEST_CASE("a file is read within its limit and replaced whole", "[base]") {
    const auto path = std::filesystem::temp_directory_path() / "ardager-files-test";
    REQUIRE(write_file(path, as_bytes("one"), 0600));
    REQUIRE(write_file(path, as_bytes("two"), 0600));
    CHECK(as_text(read_file(path, 3).value()) == "two");
    CHECK(read_file(path, 2).error().code == Code::invalid_input);
    CHECK(read_file(path.string() + "-none", 2).error().code == Code::not_found);
    CHECK(read_file("/dev/zero", 2).error().code == Code::invalid_input);
    std::filesystem::remove(path);
}

TEST_CASE("a folder that we make is its owner's only, one that is there keeps its mode", "[base]") {
    const auto folder = std::filesystem::temp_directory_path() / "ardager-private-folder-test";
    std::filesystem::remove_all(folder);
    REQUIRE(make_private_folder(folder / "inner"));
    CHECK(std::filesystem::status(folder / "inner").permissions() == std::filesystem::perms::owner_all);
    std::filesystem::permissions(folder, std::filesystem::perms(0755));
    REQUIRE(make_private_folder(folder));
    CHECK(std::filesystem::status(folder).permissions() == std::filesystem::perms(0755));
    std::filesystem::remove_all(folder);
    CHECK(make_private_folder("/proc/none/here").error().code == Code::disk);
}
