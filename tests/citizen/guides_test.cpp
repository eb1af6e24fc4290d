#include "kiosk/base/source_folder.h"
#include "session.h"

namespace ardager::citizen {
namespace {

CitizenSetup with_guides() {
    CitizenSetup setup = karaganda();
    const auto standards = Standards::load(source_folder("assets/standards"));
    REQUIRE(standards);
    for (const Standard* standard : standards->all())
        if (!standard->accepted_at_branch()) setup.portal_services.push_back(*standard);
    setup.guides = load_guides(source_folder("assets/guides")).value();
    return setup;
}

Session at_the_guide(const char* variant) {
    Session session(with_guides());
    session.begins("ru");
    session.asks(Act::open_other_services);
    session.asks(Act::open_guide, "military-registration");
    session.asks(Act::choose, variant);
    return session;
}

TEST_CASE("a service with sub-types asks who the person is, another opens at once", "[citizen][guides]") {
    Session session(with_guides());
    session.begins();
    session.asks(Act::open_other_services);
    session.asks(Act::open_guide, "military-registration");
    CHECK(session.page() == Page::guide_who);
    session.asks(Act::back);
    session.asks(Act::open_guide, "service-records");
    CHECK(session.page() == Page::guide);
    session.asks(Act::back);
    CHECK(session.page() == Page::other_services);
}

TEST_CASE("each sub-type's checklist is printed in the person's language, once at a time",
          "[citizen][guides]") {
    const auto variant =
        GENERATE("new_citizen", "discharged", "released", "women_with_specialty", "not_registered_before");
    Session session = at_the_guide(variant);
    session.asks(Act::print_guide);
    REQUIRE(session.effect<PrintChecklist>());
    CHECK(session.effect<PrintChecklist>()->service == "military-registration");
    CHECK(session.effect<PrintChecklist>()->variant == variant);
    CHECK(session.effect<PrintChecklist>()->language == "ru");
    session.asks(Act::print_guide);
    CHECK(session.effects.empty());
    session.tells(PrintEnded{true});
    CHECK(session.flow.state().outcome.print == PrintState::printed);
    session.asks(Act::back);
    CHECK(session.page() == Page::guide_who);
    CHECK(session.flow.state().outcome.print == PrintState::none);
}

TEST_CASE("the blank medical card is printed beside the list", "[citizen][guides]") {
    Session session = at_the_guide("not_registered_before");
    session.asks(Act::print_blank);
    REQUIRE(session.effect<PrintBlank>());
    CHECK(session.effect<PrintBlank>()->language == "ru");
}

TEST_CASE("a kiosk without a printer prints no list", "[citizen][guides]") {
    Session session = at_the_guide("released");
    session.tells(BoardChanged{{.printer_ready = false}});
    session.asks(Act::print_guide);
    CHECK(session.effects.empty());
}

TEST_CASE("an information page opens and leads back", "[citizen][guides]") {
    Session session(with_guides());
    session.begins();
    session.asks(Act::open_other_services);
    session.asks(Act::open_information, "paid-training");
    CHECK(session.page() == Page::information);
    session.asks(Act::back);
    CHECK(session.page() == Page::other_services);
}

TEST_CASE("the version in force today is shown, a later one from its day on", "[citizen][guides]") {
    CitizenSetup setup = with_guides();
    Standard later = *service_on(setup, parse_date("2026-11-23").value(), "service-records");
    later.version = "2027-01";
    later.in_force_from = parse_date("2027-01-10").value();
    setup.portal_services.push_back(later);
    const auto version = [&](const char* day) {
        return service_on(setup, parse_date(day).value(), "service-records")->version;
    };
    CHECK(version("2027-01-09") == "2025-03");
    CHECK(version("2027-01-10") == "2027-01");
    CHECK(service_on(setup, parse_date("2024-01-01").value(), "service-records") == nullptr);
    CHECK(services_on(setup, parse_date("2027-01-10").value()).size() == 2);
}

}  // namespace
}  // namespace ardager::citizen
