// The list of places as a person looks through it.
#include "tests/citizen/session.h"
#include "ui/citizen/place_order.h"
#include "ui/citizen/views.h"

namespace ardager::citizen {
namespace {

TEST_CASE("names stand in the order of the alphabet that people learnt", "[citizen][places]") {
    struct Row {
        const char* before;
        const char* after;
    };
    const auto row = GENERATE(
        Row{"Ақтау қ.", "Алматы қ."}, Row{"Ақтау қ.", "Ақтөбе қ."}, Row{"Қонаев қ.", "Қостанай қ."},
        Row{"Көкшетау қ.", "Қарағанды қ."}, Row{"Орал қ.", "Өскемен қ."}, Row{"г. Караганда", "г. Қонаев"},
        Row{"г. Актау", "Балхаш г.а."}, Row{"Қарағанды қ.", "Қарағанды қ., Қазыбек би ауданы"});
    CAPTURE(row.before, row.after);
    CHECK(stands_before(row.before, row.after));
    CHECK_FALSE(stands_before(row.after, row.before));
    CHECK_FALSE(stands_before(row.before, row.before));
}

TEST_CASE("the branch's town stands first, the others by the alphabet of the language", "[citizen][places]") {
    CitizenSetup setup;
    setup.places = {{"101010000", "Семей қ.", "г. Семей"},
                    {"271010000", "Орал қ.", "г. Уральск"},
                    {"471010000", "Ақтау қ.", "г. Актау"},
                    {"351010000", "Қарағанды қ.", "г. Караганда"}};
    setup.home_place = "351010000";
    Session session(setup);
    session.comes_to(Page::place);
    const auto names = [&] {
        std::string all;
        for (const Option& place : place_view(session.flow).places) all += place.title + "; ";
        return all;
    };
    CHECK(names() == "Қарағанды қ.; Ақтау қ.; Орал қ.; Семей қ.; ");
    session.asks(Act::set_language, "ru");
    CHECK(names() == "г. Караганда; г. Актау; г. Семей; г. Уральск; ");
}

}  // namespace
}  // namespace ardager::citizen
