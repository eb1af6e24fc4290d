#include "tests/ui_kit/pages.h"
#include "kiosk/base/source_folder.h"

#include <catch2/catch.hpp>

namespace ardager::ui::testing {

Bench::Bench(int width, int height, bool moving) {
    WindowOptions options;
    options.width_px = width;
    options.height_px = height;
    options.hidden = true;
    options.motion = moving;
    options.themes = source_folder("assets/themes");
    auto window = Window::open(options);
    if (!window) FAIL(window.error().detail);
    window_ = std::move(*window);
}

void Bench::shows(const Page& page) {
    window_->settle(now, page);
}

const SceneItem& Bench::item(std::string_view id) {
    CAPTURE(id);
    const SceneItem* found = window_->scene().find(id);
    REQUIRE(found != nullptr);
    return *found;
}

PageHeader sample_header(Tone tone) {
    const bool line = tone == Tone::ok;
    return {"«Азаматтарға арналған үкімет»",
            "№ 3 бөлім · Қарағанды қ.",
            {tone, line ? Icon::cloud_done : Icon::cloud_off, line ? "Байланыс бар" : "Желісіз · сақталады"}};
}

UtilityLabels sample_utility() {
    return {"Ірі қаріп", "Контраст", "Дауыстап оқу", "Көмек", "ҚАЗ", "Жоғары жылжыту", "Төмен жылжыту"};
}

namespace {

void note(Asked& asked, bool tapped, const char* id) {
    if (tapped) asked.taps.emplace_back(id);
}

void end(Asked& asked, Kit& kit, bool footer = true) {
    if (footer) {
        note(asked, kit.footer_back("back", "Артқа"), "back");
        note(asked, kit.footer_main("next", "Жалғастыру"), "next");
    }
    const Utility utility = kit.end_page(sample_utility());
    if (utility != Utility::none) asked.utility = utility;
}

Page idle(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("idle", sample_header());
        kit.emblem(Icon::military_tech);
        kit.welcome("Қош келдіңіз");
        kit.lead(
            "Ұлы Отан соғысының ардагері куәлігіне өтінішті осы жерде 5 минутта беруге болады. Қызмет "
            "тегін.");
        note(asked, kit.start_button("start_kk", "Бастау", true), "start_kk");
        note(asked, kit.start_button("start_ru", "Начать на русском", false), "start_ru");
        note(asked, kit.start_button("start_en", "Start in English", false), "start_en");
        kit.gap(Gap::large);
        kit.notice(Tone::ok, "Кезекте: 2 адам · күту шамамен 4 минут. Кезек 15 минуттан аспайды.",
                   Icon::schedule);
        end(asked, kit, false);
    };
}

Page menu(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("menu", sample_header(Tone::ok));
        kit.title("Не істегіңіз келеді?");
        const std::array<std::pair<const char*, Choice>, 5> choices{{
            {"apply",
             {Icon::military_tech, "Ардагер куәлігіне өтініш беру",
              "Әскери билет немесе анықтама қажет · тегін · 1 жұмыс күні", true}},
            {"status",
             {Icon::assignment_turned_in, "Өтінішім қай кезеңде?", "Қолхаттағы нөмір немесе QR-код бойынша"}},
            {"ticket",
             {Icon::confirmation_number, "Қызметкерге кезек алу", "Күтуде 2 адам · шамамен 4 минут"}},
            {"visit",
             {Icon::home, "Үйге шақыру", "Мүмкіндігі шектеулі жандарға қызметкер үйіне барады · 1414"}},
            {"other",
             {Icon::menu_book, "Басқа қызметтер туралы",
              "Әскери есепке қою, мәліметтерді түзету — egov.kz порталында"}},
        }};
        for (const auto& [id, choice] : choices) note(asked, kit.choice(id, choice), id);
        note(asked, kit.footer_back("finish", "Аяқтау", Icon::close), "finish");
        end(asked, kit, false);
    };
}

Page iin(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("iin", sample_header());
        kit.progress(2, 7, "Жеке басын анықтау");
        kit.title("ЖСН нөмірін енгізіңіз");
        kit.lead("Жеке куәліктің артқы бетінде 12 сан. Немесе куәлікті оқырманға салыңыз.");
        if (auto text = kit.digits_field("iin", asked.text, {.spoken = "ЖСН"})) asked.text = *text;
        kit.notice(Tone::warning, "Куәлікті оқырманға салсаңыз, аты-жөніңіз өзі толтырылады.",
                   Icon::credit_card);
        kit.keypad({"Тазалау", "Өшіру"});
        end(asked, kit);
    };
}

Page name(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("name", sample_header());
        kit.progress(3, 7, "Өтініш беруші");
        kit.title("Аты-жөніңіз");
        (void)kit.text_field("surname", "Тегі", "Сейітқали");
        if (auto text = kit.text_field("given_name", "Аты", asked.text)) asked.text = *text;
        (void)kit.text_field("patronymic", "Әкесінің аты", "", {.note = "(болса)"});
        note(asked, kit.keyboard({"бос орын", "Дайын", "Бас әріп", "Өшіру"}), "keyboard");
        end(asked, kit);
    };
}

Page documents(Asked& asked) {
    auto paper = std::make_shared<Picture>(Picture{7, 200, 232, Bytes(std::size_t{200} * 232 * 3, 0xE8)});
    return [&asked, paper](Kit& kit) {
        kit.begin_page("documents", sample_header());
        kit.progress(5, 7, "Құжаттар");
        kit.title("Әскери билетті сканерге салыңыз");
        kit.lead(
            "Ұлы Отан соғысы жылдарында әрекеттегі армияға қатысқаныңызды растайтын әскери билет немесе "
            "анықтама.");
        kit.begin_columns(2);
        note(asked, kit.scan_tile("page_1", {ScanTile::State::good, "1-бет анық", paper}), "page_1");
        kit.next_column();
        note(asked, kit.scan_tile("page_2", {ScanTile::State::empty, "Келесі бетті салыңыз"}), "page_2");
        kit.end_columns();
        kit.notice(Tone::ok, "Қажет құжат бар. Тағы бет қоса аласыз не жалғастыра аласыз.");
        note(asked, kit.button("no_document", "Менде бұл құжат жоқ", ButtonStyle::secondary, Icon::help),
             "no_document");
        end(asked, kit);
    };
}

Page check(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("check", sample_header());
        kit.progress(6, 7, "Тексеру");
        kit.title("Мәліметтерді тексеріңіз");
        const std::array<std::array<const char*, 3>, 7> rows{
            {{"change_iin", "ЖСН", "190425 300 128"},
             {"change_name", "Аты-жөні", "Сейітқали Бекзат"},
             {"change_birth", "Туған күні", "25.04.1919"},
             {"change_phone", "Телефон", "+7 701 000 00 00"},
             {"change_address", "Тұрақты тіркелген жері", "Қарағанды қ., Ержанов к-сі, 12, 5-пәтер"},
             {"change_document", "Құжат", "Әскери билет · 2 бет"},
             {"change_pickup", "Куәлікті алу орны", "№ 3 бөлім, Қарағанды қ."}}};
        for (const auto& row : rows) note(asked, kit.answer_row(row[0], {row[1], row[2], "Өзгерту"}), row[0]);
        if (auto drawn = kit.signature("signature", "Қолыңызды қойыңыз", asked.signature))
            asked.signature = *drawn;
        end(asked, kit);
    };
}

Page accepted(Asked& asked) {
    QrModules qr{45, {}};
    for (unsigned i = 0; i < 45 * 45; ++i) qr.dark.push_back((i * 7 + i / 45 * 3) % 5 < 2);
    return [&asked, qr](Kit& kit) {
        kit.begin_page("accepted", sample_header());
        kit.outcome(Tone::ok, Icon::check);
        kit.title("Құжаттарыңыз қабылданды");
        kit.lead("Қолхатты принтерден алыңыз: бір данасы сізге.");
        kit.number_card(
            {"Қолхат нөмірі",
             "KRG03-K1-261123-0014-7",
             "K R G 0 3",
             qr,
             {{"Нәтиже күні: 24.11.2026", true},
              {"1 жұмыс күні. Ақпарат қажет болса, мерзім 30 не 90 жұмыс күніне ұзартылады — сізге "
               "хабарлаймыз."},
              {"Анықтама: 1414", true}}});
        kit.notice(Tone::warning,
                   "Қазір байланыс жоқ. Өтінішіңіз осы киоскіде сақталды және байланыс келгенде "
                   "министрлікке өзі жіберіледі. Күтудің қажеті жоқ.",
                   Icon::cloud_off);
        note(asked, kit.footer_back("reprint", "Қайта басу", Icon::print), "reprint");
        note(asked, kit.footer_main("finish", "Аяқтау · 24", Icon::none), "finish");
        end(asked, kit, false);
    };
}

Page missing(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("missing", sample_header());
        kit.outcome(Tone::danger, Icon::folder_off);
        kit.title("Құжаттар топтамасы толық емес");
        kit.lead("Өтінішті қабылдау үшін мына құжат жетіспейді:");
        kit.statement({Tone::danger, Icon::description, "Әскери билет немесе анықтама",
                       "Ұлы Отан соғысы жылдарында әрекеттегі армияға қатысуын растайтын"});
        kit.heading("Не істеуге болады");
        note(asked,
             kit.choice("scan", {Icon::document_scanner, "Құжат қолымда — сканерлеу", "", false, false}),
             "scan");
        note(asked,
             kit.choice("later",
                        {Icon::event, "Кейін әкелемін", "Толтырғаныңыз 30 күн сақталады", false, false}),
             "later");
        note(asked,
             kit.choice("refusal", {Icon::receipt_long, "Бас тарту туралы қолхат алу",
                                    "2 данада басылады, заңның 20-бабы 2-тармағы", false, false}),
             "refusal");
        note(asked, kit.footer_back("back", "Артқа"), "back");
        note(asked,
             kit.footer_main("staff", "Қызметкерді шақыру", Icon::support_agent, ButtonStyle::secondary),
             "staff");
        end(asked, kit, false);
    };
}

Page everything(Asked& asked) {
    return [&asked](Kit& kit) {
        kit.begin_page("everything", sample_header());
        kit.title("Барлығы");
        kit.error_summary("Мына жерлерді түзетіңіз", {{"phone", "Телефон нөмірі толық емес"}});
        if (auto text = kit.digits_field("phone", asked.text,
                                         {.label = "Телефон",
                                          .error = "Телефон нөмірі толық емес",
                                          .groups = {3, 3, 2, 2},
                                          .prefix = "+7"})) {
            asked.text = *text;
        }
        kit.body("Мәтін ₸ № « » — … ·");
        kit.chip({Tone::info, Icon::none, "Қазір"});
        note(asked, kit.button("danger", "Бас тарту", ButtonStyle::danger, Icon::close), "danger");
        note(asked, kit.button("primary", "Қабылдау", ButtonStyle::primary, Icon::check), "primary");
        note(asked, kit.button("disabled", "Әзірге болмайды", ButtonStyle::secondary, Icon::none, false),
             "disabled");
        note(asked, kit.toggle("toggle", "Байланыс", true), "toggle");
        note(asked, kit.link("link", "Толығырақ"), "link");
        kit.begin_card();
        kit.heading("Карта");
        kit.table("devices", {{"Құрылғы", "Күйі"}, {"Принтер", "дайын"}, {"Сканер", "дайын"}});
        kit.heading("Күту p95, сағат бойынша, минут");
        kit.chart(
            "waiting",
            {"Күту p95, сағат бойынша, минут",
             {{"9:00", 4, "4:00"}, {"10:00", 7, "7:00"}, {"12:00", 16.5, "16:30"}, {"13:00", 0, "0:00"}},
             15,
             "норма 15 мин",
             "нормадан артық"});
        kit.end_card();
        note(asked, kit.scan_tile("poor", {ScanTile::State::poor, "Бет бұлыңғыр"}), "poor");
        note(asked, kit.button("last", "Соңғы"), "last");
        end(asked, kit);
    };
}

}  // namespace

const std::vector<NamedPage>& sample_pages() {
    static const std::vector<NamedPage> pages{
        {"01-idle", idle},         {"02-menu", menu},           {"03-iin", iin},
        {"04-name", name},         {"05-documents", documents}, {"06-check", check},
        {"07-accepted", accepted}, {"08-missing", missing},     {"everything", everything}};
    return pages;
}

Shown::Shown(std::string_view name) {
    for (const NamedPage& sample : sample_pages()) {
        if (sample.name == name) page = sample.make(asked);
    }
    bench.shows(page);
}

void Shown::tap(std::string_view id) {
    const auto tapped = bench.window().tap(id);
    if (!tapped) FAIL(tapped.error().detail);
    bench.shows(page);
}

}  // namespace ardager::ui::testing
