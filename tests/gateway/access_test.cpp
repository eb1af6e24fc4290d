#include "tests/gateway/ministry_fixture.h"

using namespace ardager;
using namespace ardager::gateway;

TEST_CASE("each certificate that may not speak is told why, on every resource", "[gateway]") {
    Ministry ministry;
    Kiosk listed;
    Kiosk revoked("KRG03-K2");
    Kiosk unlisted("KRG03-K3");
    ministry.lists(listed);
    ministry.lists(revoked);
    ministry.revokes(revoked);
    Peer expired = listed.peer();
    expired.expired = true;
    Peer revoked_and_expired = revoked.peer();
    revoked_and_expired.expired = true;
    struct Row {
        Peer peer;
        const char* code;
    };
    const auto row = GENERATE_COPY(
        Row{expired, "certificate_expired"}, Row{revoked.peer(), "certificate_revoked"},
        Row{revoked_and_expired, "certificate_revoked"}, Row{unlisted.peer(), "certificate_unknown"});
    CAPTURE(row.code);
    for (const char* target :
         {"/v1/whoami", "/v1/feed", "/v1/provider/applications", "/v1/nothing", "no path at all"}) {
        const auto refused = ministry.answers("GET", target, row.peer);
        CHECK(refused.status == 403);
        CHECK(code_of(refused) == row.code);
        CHECK(wire::header(refused.headers, wire::kProtocolHeader) == wire::kProtocol);
    }
}

TEST_CASE("a refused HEAD has no body that the line could take for the next answer", "[gateway]") {
    Ministry ministry;
    const auto refused = ministry.answers("HEAD", "/v1/files/00", Kiosk("KRG03-K3").peer());
    CHECK(refused.status == 403);
    CHECK(refused.body.empty());
}

TEST_CASE("a revocation counts from the next request on", "[gateway]") {
    Ministry ministry;
    Kiosk kiosk;
    ministry.lists(kiosk);
    CHECK(ministry.answers("GET", "/v1/whoami", kiosk.peer()).status == 200);
    // As the command line does it, through a connection of its own.
    REQUIRE((*PeerList::open(SqliteStoreOptions{ministry.folder(), {}}.peers()))
                ->revoke(Role::device, kiosk.name(), ""));
    CHECK(code_of(ministry.answers("GET", "/v1/whoami", kiosk.peer())) == "certificate_revoked");
}

TEST_CASE("a refused peer's body is not read", "[gateway]") {
    Ministry ministry;
    Kiosk kiosk;
    kiosk.accepts();
    CHECK(code_of(ministry.receives(kiosk, kiosk.journal())) == "certificate_unknown");
    CHECK(ministry.store().journal(kiosk.name())->next_seq == 1);
    const wire::HttpRequest head{"POST", "/v1/journals/KRG03-K1/entries", {{"Content-Length", "100"}}, ""};
    const auto early = ministry.service().refuse_early(head, kiosk.peer());
    REQUIRE(early);
    CHECK(early->status == 403);
    ministry.lists(kiosk);
    CHECK_FALSE(ministry.service().refuse_early(head, kiosk.peer()));
}

TEST_CASE("everyone keeps to their own resources", "[gateway]") {
    Ministry ministry;
    Kiosk one;
    Kiosk other("KRG03-K2");
    ministry.lists(one);
    ministry.lists(other);
    const Peer officer = ministry.officer();
    struct Row {
        const char* what;
        Peer peer;
        const char* method;
        const char* target;
    };
    const auto row = GENERATE_COPY(
        Row{"another device's journal", other.peer(), "POST", "/v1/journals/KRG03-K1/entries"},
        Row{"a device as a provider", one.peer(), "GET", "/v1/provider/applications"},
        Row{"a device that decides", one.peer(), "POST", "/v1/provider/applications/X/decisions"},
        Row{"an officer with a journal", officer, "POST", "/v1/journals/KRG03-K1/entries"},
        Row{"an officer who sends files", officer, "POST", "/v1/files"},
        Row{"an officer who reads a feed", officer, "GET", "/v1/feed"});
    CAPTURE(row.what);
    const auto refused = ministry.answers(row.method, row.target, row.peer, "{}");
    CHECK(refused.status == 403);
    CHECK(code_of(refused) == "wrong_device");
}

TEST_CASE("whoami tells devices and officers who they are", "[gateway]") {
    Ministry ministry;
    Kiosk kiosk;
    ministry.lists(kiosk);
    kiosk.accepts();
    REQUIRE(ministry.receives(kiosk, kiosk.journal()).status == 200);
    const auto device = *wire::WhoAmI::from_json(ministry.answers("GET", "/v1/whoami", kiosk.peer()).body);
    CHECK(device.device == "KRG03-K1");
    CHECK(device.role == "device");
    CHECK(device.time == ministry.clock.now());
    CHECK(device.next_seq == 2);
    CHECK(device.head == kiosk.journal().back().entry.hash);
    CHECK(device.certificate == ministry.certificate());
    const auto officer =
        *wire::WhoAmI::from_json(ministry.answers("GET", "/v1/whoami", ministry.officer()).body);
    CHECK(officer.role == "officer");
    CHECK(officer.device.empty());
}

TEST_CASE("unknown paths and methods are refused as such", "[gateway]") {
    Ministry ministry;
    Kiosk kiosk;
    ministry.lists(kiosk);
    CHECK(ministry.answers("GET", "/v1/persons/250509300018", kiosk.peer()).status == 404);
    CHECK(ministry.answers("GET", "/", kiosk.peer()).status == 404);
    CHECK(ministry.answers("DELETE", "/v1/whoami", kiosk.peer()).status == 405);
    CHECK(ministry.answers("GET", "/v1/%zz", kiosk.peer()).status == 400);
    CHECK(ministry.answers("GET", "/v1/feed?after=-1", kiosk.peer()).status == 400);
}

TEST_CASE("one certificate belongs to one name", "[gateway]") {
    Ministry ministry;
    Kiosk kiosk;
    ministry.lists(kiosk);
    PeerList& peers = ministry.store().peers();
    const auto taken =
        peers.add({kiosk.peer().certificate_fingerprint, Role::device, "KRG03-K9", PeerStatus::active});
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == Code::conflict);
    CHECK_FALSE(peers.add({"00", Role::device, "not a device", PeerStatus::active}));
    CHECK_FALSE(peers.revoke(Role::device, "KRG03-K7", ""));
    CHECK(peers.list(Role::device)->size() == 1);
}
