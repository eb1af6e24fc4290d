#include "tests/receipts/samples.h"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <png.h>

#include "kiosk/base/files.h"
#include "kiosk/base/source_folder.h"
#include "kiosk/base/text.h"

namespace ardager::receipts::samples {
namespace {

const DeviceId kDevice{"KRG03", "K1"};
constexpr Date kDay{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
constexpr Date kNextDay{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

LocalText service() {
    return {"Ұлы Отан соғысының ардагерлеріне куәлік беру",
            "Выдача удостоверений ветеранам Великой Отечественной войны",
            "Certificates for veterans of the Great Patriotic War"};
}

BranchDetails branch() {
    return {"KRG03",
            "3",
            {"Қарағанды қаласының № 3 бөлімі", "Отдел № 3 города Караганды", ""},
            {"Қарағанды қ., Ержанов к-сі, 12", "г. Караганда, ул. Ержанова, 12", ""},
            "+7 7212 00 00 00"};
}

Instant moment() {
    return from_local(kDay, std::chrono::hours(10) + std::chrono::minutes(15));
}

/// Runs one reader of poppler-utils over the bytes. The files live for the call only.
std::string read_with(const std::string& before, const Bytes& pdf, const std::string& after) {
    std::string folder = (std::filesystem::temp_directory_path() / "ardager-receipts-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    const std::string input = folder + "/receipt.pdf";
    REQUIRE(write_file(input, pdf).has_value());
    std::string out;
    FILE* pipe = popen((before + " '" + input + "' " + after).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> room{};
    while (const std::size_t size = fread(room.data(), 1, room.size(), pipe)) out.append(room.data(), size);
    const int status = pclose(pipe);
    std::filesystem::remove_all(folder);
    REQUIRE(status == 0);
    return out;
}

}  // namespace

const Forms& forms() {
    static const Forms loaded = [] {
        auto result = Forms::load(source_folder("assets/forms"));
        INFO((result ? std::string() : result.error().detail));
        REQUIRE(result.has_value());
        return *result;
    }();
    return loaded;
}

AcceptanceReceipt acceptance() {
    AcceptanceReceipt receipt;
    receipt.number = ReceiptNumber::make(kDevice, kDay, 14);
    receipt.accepted_at = moment();
    receipt.day_of_acceptance = kDay;
    receipt.due = kNextDay;
    receipt.service = service();
    receipt.applicant_name = "Ардагеров Сынақ Тестұлы";
    receipt.applicant_iin = "250509300018";
    receipt.documents = {{{"Әскери билет", "Военный билет", ""}, "НО 123456", 2}};
    receipt.extension_note = {
        "1 жұмыс күні. Қазақстан Республикасының тиісті органынан растауды алу қажет болғанда 30 жұмыс "
        "күніне дейін, "
        "бұрынғы Кеңестік Социалистік Республикалар Одағы елдерінің архивінен ақпарат алу қажет болғанда 90 "
        "жұмыс "
        "күніне дейін ұзартылады.",
        "1 рабочий день. Продлевается до 30 рабочих дней, если нужно подтверждение органа Республики "
        "Казахстан, и до "
        "90 рабочих дней, если нужна информация из архивов стран бывшего СССР.",
        ""};
    receipt.employee_name = "Үлгіқызы Өнеге Һәкімқызы";
    receipt.employee_phone = "+7 7212 00 00 01";
    receipt.branch = branch();
    receipt.pickup = {"№ 3 бөлім, Қарағанды қ., Ержанов к-сі, 12",
                      "Отдел № 3, г. Караганда, ул. Ержанова, 12", ""};
    receipt.qr_text = qr_text();
    return receipt;
}

AcceptanceReceipt long_acceptance() {
    AcceptanceReceipt receipt = acceptance();
    const std::string name =
        "Әбдірахмановтың-Ғабитұлының Қазыбек-Нұрсұлтан-Өмірбек Әбілмансұр-Һәкімжанұлы-Шыңғысханұлының "
        "баласы!";
    REQUIRE(count_characters(name) == 100);
    receipt.applicant_name = name;
    receipt.employee_name = name;
    receipt.representative = Representative{name, "№ 4521 сенімхат"};
    receipt.identity_by_documents = true;
    receipt.copy_number = 2;
    receipt.documents.clear();
    for (unsigned i = 1; i <= 12; ++i)
        receipt.documents.push_back(
            {{name,
              "Свидетельство о подтверждении участия в действующей армии в годы войны "
              "и продолжение названия 100",
              ""},
             "НО 1234567890-" + std::to_string(i),
             i});
    return receipt;
}

RefusalReceipt refusal() {
    RefusalReceipt receipt;
    receipt.number = ReceiptNumber::make(kDevice, kDay, 15);
    receipt.refused_at = moment();
    receipt.service = service();
    receipt.missing = {
        {"Ұлы Отан соғысы жылдарында әрекеттегі армияға қатысуын растайтын әскери билет немесе анықтама",
         "Военный билет или справка, подтверждающие участие в действующей армии в годы Великой "
         "Отечественной войны",
         ""},
        {"Өкілдің өкілеттігін растайтын құжат", "Документ, подтверждающий полномочия представителя", ""}};
    receipt.applicant_name = "Ардагеров Сынақ Тестұлы";
    receipt.employee_name = "Үлгіқызы Өнеге Һәкімқызы";
    receipt.executor_name = "Үлгіқызы Өнеге Һәкімқызы";
    receipt.executor_phone = "+7 7212 00 00 01";
    receipt.branch = branch();
    receipt.qr_text = qr_text();
    return receipt;
}

ExtensionNotice extension_notice() {
    return {acceptance().number,
            moment(),
            kDay,
            service(),
            "Ардагеров Сынақ Тестұлы",
            30,
            Date(std::chrono::year(2027), std::chrono::January, std::chrono::day(8)),
            {"Қарағанды қаласының қорғаныс істері жөніндегі бөлімі", "", ""},
            "172/4",
            branch(),
            0};
}

RefusalNotice refusal_notice() {
    return {acceptance().number,
            moment(),
            service(),
            "Ардагеров Сынақ Тестұлы",
            {"көрсетілетін қызметті алушының және ұсынылған (немесе) мемлекеттік қызмет көрсету үшін қажетті "
             "материалдардың, деректер мен мәліметтердің сәйкес келмеуі",
             "несоответствие услугополучателя и (или) представленных материалов, данных и сведений", ""},
            "",
            {"Қарағанды қаласының қорғаныс істері жөніндегі бөлімі", "", ""},
            "172/5",
            branch(),
            0};
}

ResultNotice result_notice() {
    return {acceptance().number,
            moment(),
            service(),
            "Ардагеров Сынақ Тестұлы",
            acceptance().pickup,
            {"Қарағанды қаласының қорғаныс істері жөніндегі бөлімі", "", ""},
            branch(),
            0};
}

Statement statement() {
    Statement out;
    out.number = ReceiptNumber::make(kDevice, kDay, 14);
    out.at = moment();
    out.due = kNextDay;
    out.branch = "KRG03";
    out.application = sha256(as_bytes("an application"));
    out.journal_head = truncated_head(sha256(as_bytes("a head")));
    out.seq = 118;
    return out;
}

TestKey::TestKey(KeyId id) : id_(id), key_(EVP_EC_gen("P-256")) {
    REQUIRE(key_ != nullptr);
}
TestKey::~TestKey() {
    EVP_PKEY_free(static_cast<EVP_PKEY*>(key_));
}

Result<Signature> TestKey::sign(ByteView message) const {
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    Bytes der(80);
    std::size_t size = der.size();
    REQUIRE(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, static_cast<EVP_PKEY*>(key_)) ==
            1);
    REQUIRE(EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size()) == 1);
    const unsigned char* at = der.data();
    const std::unique_ptr<ECDSA_SIG, void (*)(ECDSA_SIG*)> parts(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)), ECDSA_SIG_free);
    Signature signature{};
    BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), signature.data(), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), signature.data() + 32, 32);
    return signature;
}

bool TestKey::verify(ByteView message, const Signature& signature) const {
    const std::unique_ptr<ECDSA_SIG, void (*)(ECDSA_SIG*)> parts(ECDSA_SIG_new(), ECDSA_SIG_free);
    ECDSA_SIG_set0(parts.get(), BN_bin2bn(signature.data(), 32, nullptr),
                   BN_bin2bn(signature.data() + 32, 32, nullptr));
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, static_cast<EVP_PKEY*>(key_));
    const int good =
        EVP_DigestVerify(context.get(), der, static_cast<std::size_t>(size), message.data(), message.size());
    OPENSSL_free(der);
    return good == 1;
}

namespace {

/// Signs without a key, so that golden pictures stay the same: 64 bytes from the message.
class FixedSigner final : public Signer {
public:
    [[nodiscard]] KeyId key_id() const override { return {1, 2, 3, 4, 5, 6, 7, 8}; }
    [[nodiscard]] Result<Signature> sign(ByteView message) const override {
        Signature signature{};
        const Digest first = sha256(message);
        const Digest second = sha256(first.view());
        std::ranges::copy(first.bytes, signature.begin());
        std::ranges::copy(second.bytes, signature.begin() + 32);
        return signature;
    }
};

}  // namespace

const std::string& qr_text() {
    static const std::string text = sign_statement(statement(), FixedSigner{}).value();
    return text;
}

std::string text_of(const Bytes& pdf, bool with_layout) {
    return read_with(with_layout ? "pdftotext -layout -enc UTF-8" : "pdftotext -enc UTF-8", pdf, "-");
}

std::string information_of(const Bytes& pdf) {
    return read_with("pdfinfo -rawdates", pdf, "");
}

std::string on_one_line(std::string_view text) {
    std::string plain(text);
    std::ranges::replace(plain, '\f', ' ');
    constexpr std::string_view kFirmSpace = "\u00A0";
    for (auto at = plain.find(kFirmSpace); at != std::string::npos; at = plain.find(kFirmSpace, at))
        plain.replace(at, kFirmSpace.size(), " ");
    return tidy_spaces(plain);
}

Bytes to_png(const Picture& picture) {
    Bytes grey;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
        grey.push_back(static_cast<std::uint8_t>(
            (picture.rgba[i] * 30 + picture.rgba[i + 1] * 59 + picture.rgba[i + 2] * 11) / 100));
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(picture.width);
    header.height = static_cast<png_uint_32>(picture.height);
    header.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    REQUIRE(png_image_write_to_memory(&header, nullptr, &size, 0, grey.data(), 0, nullptr) != 0);
    Bytes png(size);
    REQUIRE(png_image_write_to_memory(&header, png.data(), &size, 0, grey.data(), 0, nullptr) != 0);
    png.resize(size);
    return png;
}

}  // namespace ardager::receipts::samples
