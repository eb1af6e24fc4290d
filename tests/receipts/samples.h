// A small vocabulary for the tests of receipts: sample papers, keys, and outside readers of what was drawn.
#pragma once

#include "kiosk/receipts/draw.h"
#include "kiosk/receipts/statement.h"

namespace ardager::receipts::samples {

/// The forms of assets/forms, read once.
const Forms& forms();

AcceptanceReceipt acceptance();
/// Twelve documents with names of a hundred characters, and people with such names.
AcceptanceReceipt long_acceptance();
RefusalReceipt refusal();
ExtensionNotice extension_notice();
RefusalNotice refusal_notice();
ResultNotice result_notice();
TicketSlip ticket_slip();
VisitSlip visit_slip();
Checklist checklist();
MedicalCard medical_card();

/// An ES256 key made in memory.
class TestKey final : public Signer, public Verifier {
public:
    explicit TestKey(KeyId id);
    ~TestKey() override;
    [[nodiscard]] KeyId key_id() const override { return id_; }
    [[nodiscard]] Result<Signature> sign(ByteView message) const override;
    [[nodiscard]] bool verify(ByteView message, const Signature& signature) const override;

private:
    KeyId id_;
    void* key_;
};

Statement statement();
/// A QR text as a real receipt carries it, always the same.
const std::string& qr_text();

/// What pdftotext reads; with layout the columns stay beside each other.
std::string text_of(const Bytes& pdf, bool with_layout = false);
/// What pdfinfo says of the document.
std::string information_of(const Bytes& pdf);
/// One space for every run of white space.
std::string on_one_line(std::string_view text);
/// The grey PNG of a picture.
Bytes to_png(const Picture& picture);

}  // namespace ardager::receipts::samples
