// The desk's side towards the camera: on while the flow wants it, its pictures to the screen, its codes to
// the record's certificate.
#include "kiosk/base/log.h"
#include "kiosk/receipts/qr.h"
#include "ui/citizen_desk.h"
#include "ui/citizen_events.h"

namespace ardager {

using namespace citizen;

namespace {

/// Runs on the camera's thread.
std::optional<std::string> code_in(const hw::CameraFrame& frame) {
    auto text =
        receipts::read_qr_grey(frame.grey, static_cast<int>(frame.width), static_cast<int>(frame.height));
    if (!text) return std::nullopt;
    return std::move(*text);
}

std::shared_ptr<const ui::Picture> picture_of(const hw::GreyImage& image, std::uint64_t version) {
    auto picture = std::make_shared<ui::Picture>();
    picture->version = version;
    picture->width = image.width;
    picture->height = image.height;
    picture->rgb.reserve(image.pixels.size() * 3);
    for (const auto shade : image.pixels) picture->rgb.insert(picture->rgb.end(), 3, shade);
    return picture;
}

}  // namespace

void CitizenDesk::on(const WatchCamera& effect) {
    watch_ticket_ = effect.ticket;
    const auto watched = parts_.devices.camera().watch(code_in);
    if (watched) return;
    log(LogLevel::warning, "camera", watched.error().detail);
    tell(CameraFailed{watch_ticket_});
}

void CitizenDesk::on(const StopCamera&) {
    parts_.devices.camera().stop();
}

void CitizenDesk::take_sight() {
    auto sight = parts_.devices.camera().take();
    if (!sight) return;
    if (sight->preview) {
        tell(CameraSees{watch_ticket_, picture_of(*sight->preview, ++pictures_)});
        wipe(sight->preview->pixels);
    }
    if (sight->code) read_code(std::move(*sight->code));
    if (!sight->ended) return;
    log(LogLevel::warning, "camera", sight->ended->detail);
    tell(CameraFailed{watch_ticket_});
}

void CitizenDesk::read_code(std::string code) {
    // The certificate is a file: on the record thread.
    post(
        [this, code = std::move(code), ticket = watch_ticket_](Office& office) -> RecordThread::Answer {
            const auto read = read_receipt_code(office, code);
            if (!read.number)
                return [this, ticket, trouble = read.trouble] { tell(ReceiptUnread{ticket, trouble}); };
            return [this, ticket, number = read.number->text] { tell(ReceiptRead{ticket, number}); };
        },
        CameraFailed{watch_ticket_});
}

}  // namespace ardager
