// Service standards: the ten sections of the law's list (Тізбе) as data, one TOML file per version.
// A new order is a new file with its own in_force_from; an application keeps the version under which it was
// accepted. Immutable after load; any thread. docs: assets/standards/.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/local_text.h"
#include "kiosk/rules/hours.h"

namespace ardager {

struct Section {
    LocalText title;
    LocalText text;
};

/// A longer term and why the law allows it. `days` is the whole term, not an addition.
struct Extension {
    int days = 0;
    LocalText reason;
};

struct Terms {
    int base = 0;  // working days
    std::vector<Extension> extensions;
};

struct Requirement {
    enum class Applies { always, representative };
    std::string id;
    std::vector<std::string> any_of;  // document kinds, each of which meets it
    LocalText name;
    Applies applies = Applies::always;
};

struct RefusalGround {
    std::string id;
    LocalText text;
};

/// The one blank that is printed: appendix 40 of the rules approved by order 28.
inline constexpr const char* kMedicalCard = "medical_card";

/// A sub-type of applicant with documents of its own (military registration has five).
struct Variant {
    std::string id;
    LocalText name;
    LocalText documents;
    std::string blank;  // a form to take along and have filled in: `medical_card`; empty when there is none
};

struct Standard {
    std::string service;  // `veteran-certificate`
    std::string version;  // `2025-03`, the file's stem
    Date in_force_from;
    /// False while the day of first official publication has not been checked.
    bool in_force_from_verified = false;
    LocalText legal_reference;
    LocalText name;
    std::vector<std::string> translations;  // languages whose text is a translation, not the order's own
    std::vector<std::string> channels;      // `branch`, `portal`
    Terms terms;
    std::array<Section, 10> sections;  // sections[0] is section 1 of the list
    std::vector<Requirement> requirements;
    std::vector<RefusalGround> refusal_grounds;
    std::vector<Variant> variants;
    BranchHours provider_hours;
    std::optional<BranchHours> branch_hours;       // set exactly when `branch` is a channel
    std::optional<BranchHours> duty_branch_hours;  // likewise

    /// True when a branch accepts it, false when only the portal does.
    [[nodiscard]] bool accepted_at_branch() const;
    [[nodiscard]] const Extension* extension(int days) const;
};

class Standards {
public:
    /// Reads every folder/SERVICE/VERSION.toml. Errors: not_found without any; invalid_input whose detail is
    /// `file:line: key: what is wrong`. Unknown keys are errors: a misspelt rule is never passed over.
    [[nodiscard]] static Result<Standards> load(const std::filesystem::path& folder);

    /// The latest version whose in_force_from is not after the date.
    /// Errors: not_found for an unknown service; not_now when none is in force yet.
    [[nodiscard]] Result<const Standard*> in_force(std::string_view service, Date date) const;
    /// Error: not_found.
    [[nodiscard]] Result<const Standard*> version(std::string_view service, std::string_view version) const;
    /// By service, then by in_force_from. Pointers live as long as this object (a move keeps them).
    [[nodiscard]] std::vector<const Standard*> all() const;

private:
    std::vector<Standard> standards_;
};

}  // namespace ardager
