// Every page of the citizen's kiosk in front of a real window on SDL's dummy driver, and how a session comes
// to each. A new page is one more line of kTour and, unless answers lead to it, one more case of goes_to();
// all checks of scenes, contrast and keys then take it in.
#pragma once

#include "tests/citizen/session.h"
#include "ui/citizen/citizen_screens.h"
#include "ui/kit/window.h"

namespace ardager::citizen {

inline constexpr std::array kTour{Page::start,
                                  Page::menu,
                                  Page::consent,
                                  Page::applicant,
                                  Page::representative,
                                  Page::identity,
                                  Page::identity_confirm,
                                  Page::name,
                                  Page::birth_date,
                                  Page::phone,
                                  Page::place,
                                  Page::address,
                                  Page::pickup,
                                  Page::document_kind,
                                  Page::document_number,
                                  Page::scan,
                                  Page::check,
                                  Page::submitting,
                                  Page::accepted,
                                  Page::incomplete,
                                  Page::draft_kept,
                                  Page::refused,
                                  Page::status_number,
                                  Page::status,
                                  Page::home_visit,
                                  Page::other_services,
                                  Page::status_choose,
                                  Page::status_receipt,
                                  Page::status_identity,
                                  Page::guide_who,
                                  Page::guide,
                                  Page::information,
                                  Page::ticket_purpose,
                                  Page::ticket_taking,
                                  Page::ticket,
                                  Page::representative_identity,
                                  Page::representative_confirm,
                                  Page::representative_name,
                                  Page::representative_phone,
                                  Page::authority,
                                  Page::authority_number,
                                  Page::authority_scan,
                                  Page::visit_who,
                                  Page::visit_requester,
                                  Page::visit_name,
                                  Page::visit_phone,
                                  Page::visit_place,
                                  Page::visit_address,
                                  Page::visit_reason,
                                  Page::visit_days,
                                  Page::visit_time,
                                  Page::visit_check,
                                  Page::visit_sending,
                                  Page::visit_taken};

/// The windows that pages must fit: the kiosk's panel, a home visit's tablet, a counter's screen.
struct Screen {
    const char* name;
    int width_px, height_px;
    float panel_width_mm;
};
inline constexpr std::array kScreens{Screen{"kiosk", 1080, 1920, 337.5F}, Screen{"tablet", 1280, 800, 217},
                                     Screen{"counter", 1920, 1080, 530}};

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(result.error().detail);
    return std::move(*result);
}

[[nodiscard]] const std::shared_ptr<const ui::Catalogues>& catalogues();
/// The made-up military ID of the fake scanner, as the screen shows it.
[[nodiscard]] std::shared_ptr<const ui::Picture> paper();
/// A receipt before the fake camera, as the screen shows it.
[[nodiscard]] std::shared_ptr<const ui::Picture> held_receipt();
[[nodiscard]] std::shared_ptr<const ui::QrModules> qr_of(std::string_view text);
/// The places, services and guides that the kiosk really offers.
[[nodiscard]] CitizenSetup real_setup();
/// What stands wrong on the screen, one line each.
[[nodiscard]] std::string faults(const ui::Scene& scene);

/// The ways to read a receipt, and what became of the camera's.
struct ReceiptWays {
    bool camera = true;
    bool scanner = true;
    bool picture = true;
    bool other_code = false;
    bool failed = false;
};

/// A session in front of its window.
class Kiosk {
public:
    explicit Kiosk(const Screen& screen = kScreens.front(), bool rendered = true);
    /// Draws, hands over what was asked and draws again until nothing changes.
    void shows();
    void taps(const std::string& id);
    void types(const std::string& id, const std::string& text);
    /// Leaves a picture where ARDAGER_SCREENSHOTS says, when it says so.
    void keeps_picture(const std::string& name);
    /// As one person would, from a fresh session.
    void goes_to(Page page);
    void goes_to_receipt(const ReceiptWays& ways);

    Session session{real_setup()};
    std::unique_ptr<ui::Window> window;

private:
    void goes_to_status(Page page);
    void goes_to_guide(Page page);
    void goes_on_errand(Page page);
    bool rendered_ = true;
};

}  // namespace ardager::citizen
