#include "kiosk/scripted_day.h"

#include <cmath>
#include <fstream>

namespace ardager {

using citizen::Page;

namespace {

// The slowest step is a scan with its JPEG on a busy machine.
constexpr Milliseconds kPatience{30'000};
constexpr const char* kCard =
    "IDKAZ0523456719250509300018<<<\n2505093M3301144KAZ<<<<<<<<<<<3\nARDAGEROV<<SYNAQ<<<<<<<<<<<<<<";

/// Proportional set size of this process in MB: what it really costs beside others (Linux, smaps_rollup).
std::string memory_mb() {
    std::ifstream file("/proc/self/smaps_rollup");
    std::string word;
    while (file >> word)
        if (word == "Pss:") {
            std::uint64_t kilobytes = 0;
            file >> kilobytes;
            return std::to_string(kilobytes / 1024) + " MB";
        }
    return "not known";
}

ui::Signature sample_signature() {
    ui::Signature signature;
    signature.strokes.emplace_back();
    // A wave across the pad, three to the width, as a hand would.
    for (int i = 0; i <= 90; ++i) {
        const auto turn = static_cast<float>(i) / 15.0F;
        signature.strokes.back().push_back({60.0F + static_cast<float>(i), 25.0F - 14.0F * std::sin(turn)});
    }
    signature.width_mm = 200;
    signature.height_mm = 50;
    return signature;
}

}  // namespace

Result<void> ScriptedDay::wait(const char* what, const std::function<bool()>& done) {
    if (parts_.app.turn_until(done, kPatience)) return {};
    return fail(Code::internal, std::string("scripted day: waited for ") + what + ", but the page is " +
                                    citizen::page_name(parts_.app.flow().state().page));
}

Result<void> ScriptedDay::tap(std::string_view id) {
    for (int i = 0; i < 3; ++i) parts_.app.turn(Milliseconds(0));
    if (const auto tapped = parts_.app.window().tap(id); !tapped)
        return fail(Code::internal, "scripted day: cannot tap " + std::string(id) + " on page " +
                                        citizen::page_name(parts_.app.flow().state().page) + ": " +
                                        tapped.error().detail);
    for (int i = 0; i < 3; ++i) parts_.app.turn(Milliseconds(0));
    return {};
}

Result<void> ScriptedDay::type(std::string_view id, std::string_view text) {
    if (const auto typed = parts_.app.window().type_text(id, text); !typed)
        return fail(Code::internal,
                    "scripted day: cannot type into " + std::string(id) + ": " + typed.error().detail);
    for (int i = 0; i < 4; ++i) parts_.app.turn(Milliseconds(0));
    return {};
}

Result<void> ScriptedDay::reach(Page page) {
    TRY(wait(citizen::page_name(page), [&] { return parts_.app.flow().state().page == page; }));
    return picture();
}

Result<void> ScriptedDay::go_on(Page page) {
    TRY(tap("main"));
    return reach(page);
}

Result<void> ScriptedDay::choose(std::string_view id, Page page) {
    const auto before = parts_.app.flow().state().page;
    TRY(tap(id));
    if (parts_.app.flow().state().page == before) TRY(tap("main"));
    return reach(page);
}

Result<void> ScriptedDay::await_paper(std::size_t papers_before) {
    TRY(wait("paper", [&] { return parts_.world.printer().printed().size() > papers_before; }));
    return picture();
}

Result<void> ScriptedDay::picture() {
    for (int i = 0; i < 3; ++i) parts_.app.turn(Milliseconds(0));
    const std::string page = citizen::page_name(parts_.app.flow().state().page);
    const auto number = std::to_string(++pictures_);
    const auto name = prefix_ + std::string(number.size() < 2 ? "0" : "") + number + "-" + page + ".png";
    return parts_.app.window().screenshot(parts_.pictures / name);
}

Result<void> ScriptedDay::open(std::string_view language) {
    TRY(reach(Page::start));
    TRY(tap("start_" + std::string(language)));
    return reach(Page::menu);
}

Result<void> ScriptedDay::tell_who(const Person& person) {
    TRY(tap("menu_apply"));
    TRY(reach(Page::consent));
    TRY(tap("main"));
    TRY(reach(Page::applicant));
    if (person.represented)
        TRY(tell_who_signs());
    else
        TRY(choose("applicant_self", Page::identity));
    if (person.by_card) {
        parts_.world.reader().present_card(kCard);
        TRY(wait("the card", [&] { return parts_.app.flow().state().card.read; }));
    } else {
        TRY(type("iin", person.iin));
        TRY(picture());
        TRY(go_on(Page::identity_confirm));
    }
    if (parts_.app.flow().state().page != Page::name) TRY(go_on(Page::name));
    TRY(type("surname", person.surname));
    TRY(type("given_name", person.given_name));
    TRY(type("patronymic", person.patronymic));
    return picture();
}

Result<void> ScriptedDay::tell_where(const Person& person) {
    TRY(go_on(Page::phone));
    TRY(type("phone", person.phone));
    TRY(go_on(Page::place));
    TRY(choose("place_351010000", Page::address));
    TRY(type("address", person.address));
    // With one branch on the list there is no question where to collect.
    return go_on(Page::document_kind);
}

Result<void> ScriptedDay::scan_document(const Person& person) {
    TRY(choose("kind_military_id", Page::document_number));
    TRY(type("document_number", person.document_number));
    TRY(go_on(Page::scan));
    for (std::size_t pages = 1; pages <= 2; ++pages) {
        TRY(tap("scan"));
        TRY(wait("a scanned page", [&] { return parts_.app.flow().state().pages.size() == pages; }));
        TRY(picture());
    }
    return go_on(Page::check);
}

Result<std::string> ScriptedDay::apply(const Person& person) {
    TRY(open(person.language));
    TRY(tell_who(person));
    TRY(tell_where(person));
    TRY(scan_document(person));
    TRY(parts_.app.window().draw_strokes("signature", sample_signature()));
    TRY(wait("the signature", [&] { return !parts_.app.flow().state().signature.empty(); }));
    TRY(picture());
    const auto papers = parts_.world.printer().printed().size();
    TRY(go_on(Page::accepted));
    TRY(await_paper(papers));
    const auto number = parts_.app.desk().last_number();
    TRY(tap("main"));
    return number;
}

Result<std::string> ScriptedDay::be_refused(const Person& person) {
    TRY(open(person.language));
    TRY(tell_who(person));
    TRY(tell_where(person));
    TRY(tap("no_document"));
    TRY(reach(Page::incomplete));
    const auto papers = parts_.world.printer().printed().size();
    TRY(tap("incomplete_refusal"));
    TRY(reach(Page::refused));
    TRY(await_paper(papers));
    const auto number = parts_.app.desk().last_number();
    TRY(tap("main"));
    return number;
}

Result<void> ScriptedDay::ask_status(std::string_view language, const std::string& number) {
    TRY(open(language));
    TRY(tap("menu_status"));
    TRY(reach(Page::status_choose));
    TRY(tap("status_by_number"));
    TRY(reach(Page::status_number));
    TRY(type("receipt_number", number));
    TRY(go_on(Page::status));
    const auto papers = parts_.world.printer().printed().size();
    TRY(tap("print_notice"));
    TRY(await_paper(papers));
    return tap("finish");
}

Result<void> ScriptedDay::send_everything() {
    const auto waiting = parts_.runner.status().standing.waiting;
    say("offline: " + std::to_string(waiting) + " entries kept in the record, none sent");
    const auto start = std::chrono::steady_clock::now();
    parts_.world.set_line(true);
    parts_.thread.network_changed();
    TRY(wait("the ministry's acknowledgement", [&] {
        const auto status = parts_.runner.status();
        return status.standing.waiting == 0 && !status.standing.files_wait &&
               status.standing.last_acknowledged;
    }));
    const auto took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - start);
    const auto counters = parts_.runner.status().counters;
    say("line back: everything acknowledged after " + std::to_string(took.count()) + " ms (" +
        std::to_string(counters.entries_sent) + " entries, " + std::to_string(counters.files_sent) +
        " files, " + std::to_string(counters.bytes_sent / 1024) + " KiB over mutual TLS)");
    return {};
}

Result<void> ScriptedDay::check_ministry(const std::vector<std::string>& numbers) {
    const auto rows = TRY(parts_.world.applications());
    for (const auto& number : numbers)
        if (std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.number == number; }) !=
            1)
            return fail(Code::internal, "scripted day: " + number + " is not exactly once at the ministry");
    say("ministry: lists " + std::to_string(rows.size()) + " applications, each once");
    return {};
}

Result<void> ScriptedDay::decide_as_ministry(const std::string& extended, const std::string& granted) {
    const auto before = parts_.runner.status().counters.entries_sent;
    for (const auto& number : {extended, granted}) TRY(parts_.world.decide(number, {{"kind", "register"}}));
    TRY(parts_.world.decide(extended, {{"kind", "extend"}, {"days", 30}, {"reason", "Растау сұратылды"}}));
    TRY(parts_.world.decide(granted, {{"kind", "grant"}}));
    // Four decisions come back through the feed and are entries of this device's journal, which go up again.
    return wait("the four decisions", [&] {
        const auto status = parts_.runner.status();
        return status.counters.entries_sent >= before + 4 && status.standing.waiting == 0;
    });
}

Result<std::string> ScriptedDay::play() {
    std::error_code error;
    std::filesystem::create_directories(parts_.pictures, error);
    const Person veteran{"kk",
                         "250509300018",
                         "Ардагеров",
                         "Сынақ",
                         "Тестұлы",
                         "7010000000",
                         "Ержанов к-сі, 12, 5-пәтер",
                         "НО 123456",
                         true,
                         true};
    const Person relative{"ru",
                          "211107300018",
                          "Ветеранов",
                          "Образец",
                          "Примерович",
                          "7212000000",
                          "ул. Ержанова, 12, кв. 7",
                          "НО 654321"};
    const Person without{
        "kk", "240229400103", "Үлгіева", "Сынама", "", "7010000001", "Ержанов к-сі, 14, 2-пәтер", "", false};
    // The devices' first word is a moment late; until then the kiosk rightly begins nothing.
    TRY(wait("the devices",
             [&] { return !citizen::forbidden_by(parts_.app.flow().board(), citizen::Deed::apply); }));
    prefix_ = "a-";
    const auto first = TRY(apply(veteran));
    prefix_ = "b-";
    const auto second = TRY(apply(relative));
    prefix_ = "c-";
    const auto refused = TRY(be_refused(without));
    say("accepted " + first + " and " + second + ", refused acceptance " + refused);
    prefix_ = "f-";
    say("ticket " + TRY(take_ticket("kk")));
    prefix_ = "g-";
    say("home visit " + TRY(request_visit(relative)));
    prefix_ = "h-";
    auto represented = veteran;
    represented.language = "kk";
    represented.by_card = false;
    represented.represented = true;
    const auto third = TRY(apply(represented));
    say("accepted " + third + ", signed by a representative");
    TRY(send_everything());
    TRY(check_ministry({first, second, third}));
    TRY(decide_as_ministry(first, second));
    say("decisions back: " + first + " extended to 30 working days, " + second + " granted");
    prefix_ = "d-";
    TRY(ask_status("kk", first));
    prefix_ = "e-";
    TRY(ask_status("ru", second));
    say("first frame " + std::to_string(parts_.first_frame.count()) + " ms after the start; memory " +
        memory_mb() + " (with the embedded ministry)");
    say(std::to_string(pictures_) + " pictures in " + parts_.pictures.string());
    return summary_;
}

}  // namespace ardager
