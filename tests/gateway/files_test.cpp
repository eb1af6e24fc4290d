#include "tests/gateway/ministry_fixture.h"

using namespace ardager;
using namespace ardager::gateway;

namespace {

/// A kiosk whose first entry is at the ministry, its pages not yet.
struct Desk {
    Ministry ministry;
    Kiosk kiosk;
    Scan page{"first page, " + std::string(1000, 'p')};
    Desk() {
        ministry.lists(kiosk);
        kiosk.accepts({page});
        REQUIRE(ministry.receives(kiosk, kiosk.journal()).status == 200);
    }
    std::string state(const std::string& number) {
        return ministry.application(number)["state"].get<std::string>();
    }
    std::string state() { return state(kiosk.last_number()); }
};

}  // namespace

TEST_CASE("an application is received when its last file is whole, and the provider is told once",
          "[gateway]") {
    Desk desk;
    const Scan second{"second page"};
    desk.kiosk.accepts({desk.page, second});
    REQUIRE(desk.ministry.receives(desk.kiosk, desk.kiosk.from(2)).status == 200);
    CHECK(desk.state() == "incomplete");
    desk.ministry.takes_file(desk.kiosk, desk.page);
    CHECK(desk.state() == "incomplete");
    CHECK_FALSE(desk.ministry.application(desk.kiosk.last_number()).contains("told_at"));
    desk.ministry.takes_file(desk.kiosk, second);
    CHECK(desk.state() == "received");
    const Json told = desk.ministry.application(desk.kiosk.last_number())["told_at"];
    desk.ministry.clock.advance(std::chrono::hours(1));
    REQUIRE(desk.ministry.receives(desk.kiosk, desk.kiosk.journal()).status == 200);
    REQUIRE(desk.ministry.creates(desk.kiosk, second).status == 200);
    CHECK(desk.ministry.application(desk.kiosk.last_number())["told_at"] == told);
}

TEST_CASE("an application whose files are all there already is received at once", "[gateway]") {
    Desk desk;
    desk.ministry.takes_file(desk.kiosk, desk.page);
    desk.kiosk.accepts({desk.page});
    REQUIRE(desk.ministry.receives(desk.kiosk, desk.kiosk.from(2)).status == 200);
    CHECK(desk.state() == "received");
}

TEST_CASE("a file goes on where it stopped, after a restart too", "[gateway]") {
    Desk desk;
    REQUIRE(desk.ministry.creates(desk.kiosk, desk.page).status == 201);
    const auto part = desk.ministry.takes_piece(desk.kiosk, desk.page, 0, desk.page.bytes.substr(0, 400));
    CHECK(part.status == 204);
    CHECK(offset_header(part) == "400");
    desk.ministry.restarts();
    CHECK(offset_header(desk.ministry.offset_of(desk.kiosk, desk.page)) == "400");
    const auto again = desk.ministry.creates(desk.kiosk, desk.page);
    CHECK(again.status == 200);
    CHECK(offset_header(again) == "400");
    const auto rest = desk.ministry.takes_piece(desk.kiosk, desk.page, 400, desk.page.bytes.substr(400));
    CHECK(rest.status == 204);
    CHECK(offset_header(rest) == std::to_string(desk.page.bytes.size()));
    CHECK(desk.state() == "received");
    const auto shown = desk.ministry.answers("GET", "/v1/provider/files/" + desk.page.digest().hex(),
                                             desk.ministry.officer());
    CHECK(shown.body == desk.page.bytes);
    CHECK(wire::header(shown.headers, "Content-Type") == "image/jpeg");
}

TEST_CASE("a file that is there is not sent again", "[gateway]") {
    Desk desk;
    desk.ministry.takes_file(desk.kiosk, desk.page);
    const auto again = desk.ministry.creates(desk.kiosk, desk.page);
    CHECK(again.status == 200);
    CHECK(offset_header(again) == std::to_string(desk.page.bytes.size()));
    CHECK(offset_header(desk.ministry.offset_of(desk.kiosk, desk.page)) ==
          std::to_string(desk.page.bytes.size()));
}

TEST_CASE("a file's first piece may come with its creation, in one flush", "[gateway]") {
    Desk desk;
    const auto create_with = [&](const std::string& piece, const std::string& hashed, const char* type) {
        const std::string metadata = "sha256 " + to_base64(as_bytes(desk.page.digest().hex()));
        return desk.ministry.answers(
            wire::HttpRequest{"POST",
                              "/v1/files",
                              {{"Tus-Resumable", "1.0.0"},
                               {"Upload-Length", std::to_string(desk.page.bytes.size())},
                               {"Upload-Metadata", metadata},
                               {"Content-Type", type},
                               {"Upload-Checksum", "sha256 " + to_base64(sha256(as_bytes(hashed)).view())}},
                              piece},
            desk.kiosk.peer());
    };
    constexpr const char* kPiece = "application/offset+octet-stream";
    const std::string& page = desk.page.bytes;
    SECTION("what is wrong leaves nothing behind") {
        CHECK(create_with(page, page, "image/jpeg").status == 415);
        CHECK(create_with(page, "another", kPiece).status == 460);
        CHECK(create_with(page + "x", page + "x", kPiece).status == 400);
        const std::string other(page.size(), 'x');
        CHECK(create_with(other, other, kPiece).status == 422);
        CHECK(desk.ministry.offset_of(desk.kiosk, desk.page).status == 404);
        CHECK(desk.state() == "incomplete");
    }
    SECTION("the whole file at once") {
        const auto answer = create_with(page, page, kPiece);
        CHECK(answer.status == 201);
        CHECK(offset_header(answer) == std::to_string(page.size()));
        CHECK(desk.state() == "received");
    }
    SECTION("a part, and the rest as ever; a piece that is there already changes nothing") {
        const std::string part = page.substr(0, 400);
        CHECK(offset_header(create_with(part, part, kPiece)) == "400");
        const auto again = create_with(page, page, kPiece);
        CHECK(again.status == 200);
        CHECK(offset_header(again) == "400");
        CHECK(desk.ministry.takes_piece(desk.kiosk, desk.page, 400, page.substr(400)).status == 204);
        CHECK(desk.state() == "received");
    }
}

TEST_CASE("a piece at the wrong place is refused with the right one", "[gateway]") {
    Desk desk;
    REQUIRE(desk.ministry.creates(desk.kiosk, desk.page).status == 201);
    const auto refused = desk.ministry.takes_piece(desk.kiosk, desk.page, 10, "piece");
    CHECK(refused.status == 409);
    CHECK(offset_header(refused) == "0");
    CHECK(desk.ministry.takes_piece(desk.kiosk, Scan{"another"}, 0, "piece").status == 404);
    const auto longer = desk.ministry.takes_piece(desk.kiosk, desk.page, 0, desk.page.bytes + "x");
    CHECK(longer.status == 400);
}

TEST_CASE("a piece whose checksum differs is not kept", "[gateway]") {
    Desk desk;
    REQUIRE(desk.ministry.creates(desk.kiosk, desk.page).status == 201);
    const wire::HttpRequest damaged{
        "PATCH",
        "/v1/files/" + desk.page.digest().hex(),
        {{"Tus-Resumable", "1.0.0"},
         {"Content-Type", "application/offset+octet-stream"},
         {"Upload-Offset", "0"},
         {"Upload-Checksum", "sha256 " + to_base64(sha256(as_bytes("right")).view())}},
        "wrong"};
    CHECK(desk.ministry.answers(damaged, desk.kiosk.peer()).status == 460);
    CHECK(offset_header(desk.ministry.offset_of(desk.kiosk, desk.page)) == "0");
}

TEST_CASE("a whole file with another digest is dropped and may be sent again", "[gateway]") {
    Desk desk;
    const auto pieces = GENERATE(1U, 2U);
    REQUIRE(desk.ministry.creates(desk.kiosk, desk.page).status == 201);
    const std::string wrong(desk.page.bytes.size(), 'x');
    if (pieces == 2)
        REQUIRE(desk.ministry.takes_piece(desk.kiosk, desk.page, 0, wrong.substr(0, 10)).status == 204);
    const std::size_t offset = pieces == 2 ? 10 : 0;
    const auto refused = desk.ministry.takes_piece(desk.kiosk, desk.page, offset, wrong.substr(offset));
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "bad_file");
    CHECK(desk.ministry.offset_of(desk.kiosk, desk.page).status == 404);
    CHECK(desk.state() == "incomplete");
    desk.ministry.takes_file(desk.kiosk, desk.page);
    CHECK(desk.state() == "received");
}

TEST_CASE("two devices that send the same file do not meet", "[gateway]") {
    Desk desk;
    Kiosk other("KRG03-K2");
    desk.ministry.lists(other);
    other.accepts({desk.page});
    REQUIRE(desk.ministry.receives(other, other.journal()).status == 200);
    REQUIRE(desk.ministry.creates(desk.kiosk, desk.page).status == 201);
    REQUIRE(desk.ministry.creates(other, desk.page).status == 201);
    REQUIRE(desk.ministry.takes_piece(desk.kiosk, desk.page, 0, std::string(300, 'x')).status == 204);
    REQUIRE(desk.ministry.takes_piece(other, desk.page, 0, desk.page.bytes.substr(0, 500)).status == 204);
    REQUIRE(desk.ministry.takes_piece(other, desk.page, 500, desk.page.bytes.substr(500)).status == 204);
    CHECK(desk.state(other.last_number()) == "received");
    CHECK(desk.state() == "received");
    CHECK(offset_header(desk.ministry.offset_of(desk.kiosk, desk.page)) ==
          std::to_string(desk.page.bytes.size()));
}

TEST_CASE("what came of a piece before the line broke is kept", "[gateway]") {
    Desk desk;
    REQUIRE(desk.ministry.creates(desk.kiosk, desk.page).status == 201);
    const wire::HttpRequest broken{"PATCH",
                                   "/v1/files/" + desk.page.digest().hex(),
                                   {{"Tus-Resumable", "1.0.0"},
                                    {"Content-Type", "application/offset+octet-stream"},
                                    {"Upload-Offset", "0"},
                                    {"Upload-Checksum", "sha256 of-the-whole-piece"}},
                                   desk.page.bytes.substr(0, 123)};
    desk.ministry.service().keep_partial(broken, desk.kiosk.peer());
    CHECK(offset_header(desk.ministry.offset_of(desk.kiosk, desk.page)) == "123");
    desk.ministry.service().keep_partial(broken, desk.kiosk.peer());
    CHECK(offset_header(desk.ministry.offset_of(desk.kiosk, desk.page)) == "123");
    REQUIRE(desk.ministry.takes_piece(desk.kiosk, desk.page, 123, desk.page.bytes.substr(123)).status == 204);
    CHECK(desk.state() == "received");
}

TEST_CASE("only a file that an entry names may be sent", "[gateway]") {
    Desk desk;
    const auto refused = desk.ministry.creates(desk.kiosk, Scan{"nobody's page"});
    CHECK(refused.status == 409);
    CHECK(code_of(refused) == "gap");
    CHECK(expected_of(refused) == 2);
    Kiosk other("KRG03-K2");
    desk.ministry.lists(other);
    desk.ministry.takes_file(desk.kiosk, desk.page);
    CHECK(desk.ministry.offset_of(other, desk.page).status == 404);
    CHECK(code_of(desk.ministry.creates(other, desk.page)) == "gap");
}

TEST_CASE("a file that cannot be what its entry says is refused at creation", "[gateway]") {
    Desk desk;
    struct Row {
        const char* length;
        int status;
        const char* code;
    };
    const auto row =
        GENERATE(Row{"0", 422, "bad_file"}, Row{"7", 422, "bad_file"}, Row{"20971521", 413, "bad_file"},
                 Row{"", 400, "bad_request"}, Row{"-1", 400, "bad_request"}, Row{"1e3", 400, "bad_request"});
    CAPTURE(row.length);
    const std::string metadata = "type aW1hZ2U=,sha256 " + to_base64(as_bytes(desk.page.digest().hex()));
    const auto refused = desk.ministry.answers(
        {"POST",
         "/v1/files",
         {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", row.length}, {"Upload-Metadata", metadata}},
         ""},
        desk.kiosk.peer());
    CHECK(refused.status == row.status);
    CHECK(code_of(refused) == row.code);
}

TEST_CASE("tus is spoken in version 1.0.0 only, and says what it can", "[gateway]") {
    Desk desk;
    const auto refused =
        desk.ministry.answers("HEAD", "/v1/files/" + desk.page.digest().hex(), desk.kiosk.peer());
    CHECK(refused.status == 412);
    CHECK(wire::header(refused.headers, "Tus-Version") == "1.0.0");
    const auto options = desk.ministry.answers("OPTIONS", "/v1/files", desk.kiosk.peer());
    CHECK(options.status == 204);
    CHECK(wire::header(options.headers, "Tus-Extension") == "creation,creation-with-upload,checksum");
    CHECK(wire::header(options.headers, "Tus-Max-Size") == "20971520");
}
