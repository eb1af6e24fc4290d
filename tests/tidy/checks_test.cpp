// Each check on a bad sample and on a good one: a check that sees nothing would pass every tree.
#include "tests/tidy/directions.h"
#include "tests/tidy/shape.h"
#include "tests/tidy/words.h"

using namespace ardager::tidy;

namespace {

std::string lines(std::size_t count, const std::string& line = "    work();\n") {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += line;
    return text;
}

std::size_t count_of_long_functions(const std::string& text) {
    return long_functions({{"a.cpp", text}}).size();
}
std::size_t count_of_banned(const std::string& path, const std::string& text) {
    return banned_calls({{path, text}}).size();
}

const Directions kSample{{"kiosk/base", {}},
                         {"kiosk/store", {"kiosk/base"}},
                         {"kiosk/journal", {"kiosk/store"}},
                         {"sync/wire", {"kiosk/base", "kiosk/journal/chain.h"}},
                         {"kiosk", {"*"}}};

std::string words_of(const std::string& path, const std::string& text) {
    return to_text(wrong_directions({{path, text}}, kSample));
}

}  // namespace

TEST_CASE("a file is long from the line after its limit", "[tidy]") {
    CHECK(files_longer_than({{"a.cpp", lines(500)}}, kFileLines).empty());
    CHECK(files_longer_than({{"a.cpp", lines(501)}}, kFileLines).size() == 1);
}

TEST_CASE("a long function is seen in each form in which functions are written", "[tidy]") {
    const auto body = " {\n" + lines(69) + "}\n";
    const auto short_body = " {\n" + lines(68) + "}\n";
    for (const std::string head : {"void work()", "namespace a {\nResult<void> A::work(int a) const",
                                   "A::A(int a) : a_{a}, b_(2)", "TEST_CASE(\"a sentence\", \"[tag]\")",
                                   "struct A {\nauto work() -> int", "struct A work(struct B b)"}) {
        CAPTURE(head);
        CHECK(count_of_long_functions(head + body) == 1);
        CHECK(count_of_long_functions(head + short_body) == 0);
    }
}

TEST_CASE("what is long but no function is none, and braces in text do not count", "[tidy]") {
    CHECK(count_of_long_functions("namespace a {\n" + lines(90, "void work() {}\n") + "}\n") == 0);
    CHECK(count_of_long_functions("struct A {\n" + lines(90, "    int a;\n") + "};\n") == 0);
    CHECK(count_of_long_functions("void work() { print(\"{\"); print('{'); /* { */ }\n" +
                                  lines(90, "int a;\n")) == 0);
    CHECK(count_of_long_functions("void work() { print(R\"x({\"{)x\"); }\n" + lines(90, "int a;\n")) == 0);
    CHECK(count_of_long_functions("void work() {\n    if (a()) {\n" + lines(70) + "    }\n}\n") == 1);
}

TEST_CASE("a line is measured in characters", "[tidy]") {
    CHECK(long_lines({{"a.cpp", std::string(111, 'a') + "\n"}}).size() == 1);
    CHECK(long_lines({{"a.cpp", std::string(110, 'a') + "\n"}}).empty());
    CHECK(long_lines({{"a.cpp", lines(110, "ә")}}).empty());
    CHECK(long_lines({{"a.cpp", lines(111, "ә")}}).size() == 1);
}

TEST_CASE("a header without its sentence or its guard is bare", "[tidy]") {
    const std::string sentence = "// Says what this is for and who owns it.\n";
    CHECK(bare_headers({{"a.h", sentence + "#pragma once\n"}}).empty());
    CHECK(bare_headers({{"a.h", "#pragma once\n" + sentence}}).size() == 1);
    CHECK(bare_headers({{"a.h", sentence + "int a;\n"}}).size() == 1);
    CHECK(bare_headers({{"a.h", "// a\n#pragma once\n"}}).size() == 1);
    CHECK(bare_headers({{"a.cpp", "int a;\n"}}).empty());
}

TEST_CASE("an include against the directions is found, one with them is not", "[tidy]") {
    CHECK(words_of("kiosk/journal/a.h", "#include \"kiosk/base/ids.h\"\n#include \"kiosk/journal/b.h\"\n") ==
          "");
    CHECK(words_of("kiosk/base/a.h", "#include \"kiosk/store/database.h\"\n") ==
          "  kiosk/base/a.h:1: kiosk/base may not see kiosk/store/database.h\n");
    CHECK(words_of("sync/wire/a.h", "\n  #include \"kiosk/journal/chain.h\"\n") == "");
    CHECK(words_of("sync/wire/a.h", "\n  #include \"kiosk/journal/journal.h\"\n") != "");
    CHECK(words_of("kiosk/main.cpp", "#include \"anything/else.h\"\n") == "");
    CHECK(words_of("kiosk/store/a.cpp", "#include \"state.h\"\n") != "");
    CHECK(words_of("kiosk/new/a.cpp", "") != "");
    CHECK(words_of("tests/new/a.cpp", "#include \"kiosk/store/database.h\"\n") == "");
}

TEST_CASE("a library in a folder that may not use it is found", "[tidy]") {
    const Directions users{{"sqlite3.h", {"kiosk/store"}},
                           {"openssl/", {"kiosk/vault", "kiosk/base/digest.cpp"}}};
    const auto count = [&](const std::string& path, const std::string& text) {
        return wrong_library_users({{path, text}}, users).size();
    };
    CHECK(count("kiosk/store/a.cpp", "#include <sqlite3.h>\n") == 0);
    CHECK(count("kiosk/journal/a.cpp", "#include <sqlite3.h>\n") == 1);
    CHECK(count("kiosk/base/digest.cpp", "#include <openssl/evp.h>\n") == 0);
    CHECK(count("kiosk/base/ids.cpp", "#include <openssl/evp.h>\n") == 1);
    CHECK(count("tests/store/a.cpp", "#include <sqlite3.h>\n") == 0);
    CHECK(count("ui/a.cpp", "#include <vector>\n") == 0);
}

TEST_CASE("each banned call is seen where it is called and nowhere else", "[tidy]") {
    for (const std::string call :
         {"system(", "strcpy(", "sprintf(", "rand(", "srand(", "std::this_thread::sleep_for(", "sleep(",
          "time(nullptr)", "std::time(nullptr)", "std::chrono::system_clock::now()"}) {
        CAPTURE(call);
        CHECK(count_of_banned("kiosk/rules/a.cpp", "void a() { x = " + call + "; }\n") == 1);
        CHECK(count_of_banned("tests/rules/a.cpp", "void a() { x = " + call + "; }\n") == 1);
        std::string only_named("// never ");
        only_named.append(call).append("\nauto a = \"").append(call).append("\";\n");
        CHECK(count_of_banned("kiosk/rules/a.cpp", only_named) == 0);
    }
    CHECK(count_of_banned("kiosk/base/clock.cpp", "a = std::chrono::system_clock::now();") == 0);
    CHECK(count_of_banned("kiosk/base/log.cpp", "a = std::time(nullptr);") == 0);
    CHECK(count_of_banned("kiosk/rules/a.cpp",
                          "a = snprintf(b); file_system(c); local_time(now); strand(d);") == 0);
}

TEST_CASE("words of unfinished work are seen in comments, whatever their case", "[tidy]") {
    const auto count = [](const std::string& text) { return unfinished_words({{"a.cpp", text}}).size(); };
    CHECK(count(std::string("// TO") + "DO: later\n") == 1);
    CHECK(count(std::string("// a st") + "ub\n") == 1);
    CHECK(count(std::string("// good enough for n") + "ow\n") == 1);
    CHECK(count("// a stubborn document, todos los santos\n") == 0);
}

TEST_CASE("a text key that nobody says is found", "[tidy]") {
    const SourceFile keys{"ui/text/keys.h", "#define KEYS(X) \\\n    X(back) \\\n    X(next)\n"};
    CHECK(unused_keys({keys, {"ui/citizen/a.cpp", "text(Key::back); text(Key::next_page);"}}) ==
          std::vector<std::string>{"next"});
    CHECK(unused_keys({keys, {"ui/a.cpp", "Key::back"}, {"tests/a.cpp", "Key::next"}}).size() == 1);
    CHECK(unused_keys({keys, {"ui/a.cpp", "Key::back, Key::next"}}).empty());
}

TEST_CASE("a package that is listed twice or without a reason is found", "[tidy]") {
    CHECK(package_faults("# head\n[build]\ncmake  # builds\n\n[test]\nninja  # too\n").empty());
    CHECK(package_faults("[build]\ncmake  # builds\n[test]\ncmake  # again\n").size() == 1);
    CHECK(package_faults("[build]\ncmake\n").size() == 1);
    CHECK(package_faults("cmake  # builds\n").size() == 1);
}
