// A day at a branch, played by a scripted finger on the real app: offline, three applications accepted, one
// of them by a representative, and one refused, a ticket and a home visit; the line comes back, the ministry
// extends one and grants the other, the citizens ask. Development
// mode only. Leaves a picture of every page and says what was measured.
#pragma once

#include "kiosk/dev_dock_hand.h"
#include "sync/client/sync_thread.h"
#include "ui/app.h"

namespace ardager {

class ScriptedDay {
public:
    struct Parts {
        KioskApp& app;
        DevWorld& world;
        sync::SyncRunner& runner;
        sync::SyncThread& thread;
        std::filesystem::path pictures;
        Milliseconds first_frame{0};  // from the program's start
    };
    explicit ScriptedDay(Parts parts) : parts_(std::move(parts)) {}

    /// The summary for the terminal. Error: what the day was waiting for and what stood on the screen.
    [[nodiscard]] Result<std::string> play();

private:
    struct Person {
        std::string language, iin, surname, given_name, patronymic, phone, address, document_number;
        bool has_document = true;
        bool by_card = false;
        bool represented = false;  // somebody else signs for them
    };
    [[nodiscard]] Result<void> open(std::string_view language);
    [[nodiscard]] Result<void> tell_who(const Person& person);
    /// Who signs for the person, and the paper that gives authority (kiosk/scripted_errands.cpp).
    [[nodiscard]] Result<void> tell_who_signs();
    [[nodiscard]] Result<std::string> take_ticket(std::string_view language);
    [[nodiscard]] Result<std::string> request_visit(const Person& person);
    [[nodiscard]] Result<void> tell_where(const Person& person);
    [[nodiscard]] Result<void> scan_document(const Person& person);
    [[nodiscard]] Result<std::string> apply(const Person& person);
    [[nodiscard]] Result<std::string> be_refused(const Person& person);
    [[nodiscard]] Result<void> ask_status(std::string_view language, const std::string& number);
    [[nodiscard]] Result<void> send_everything();
    [[nodiscard]] Result<void> decide_as_ministry(const std::string& extended, const std::string& granted);
    [[nodiscard]] Result<void> check_ministry(const std::vector<std::string>& numbers);

    [[nodiscard]] Result<void> tap(std::string_view id);
    [[nodiscard]] Result<void> type(std::string_view id, std::string_view text);
    [[nodiscard]] Result<void> reach(citizen::Page page);
    [[nodiscard]] Result<void> go_on(citizen::Page page);  // the main button, then the page
    [[nodiscard]] Result<void> choose(std::string_view id,
                                      citizen::Page page);  // and on, where one tap is not enough
    [[nodiscard]] Result<void> await_paper(std::size_t papers_before);
    [[nodiscard]] Result<void> wait(const char* what, const std::function<bool()>& done);
    [[nodiscard]] Result<void> picture();
    void say(const std::string& line) { summary_ += line + "\n"; }

    Parts parts_;
    std::string summary_;
    std::string prefix_;  // of this session's pictures
    unsigned pictures_ = 0;
};

}  // namespace ardager
