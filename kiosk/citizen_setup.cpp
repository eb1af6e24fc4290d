#include "kiosk/citizen_setup.h"

#include "kiosk/cases/compose_paper.h"
#include "kiosk/receipts/portal.h"
#include "kiosk/receipts/qr.h"

namespace ardager {

Result<citizen::CitizenSetup> describe_setup(const LawBook& law, const OfficeConfig& config,
                                             const std::filesystem::path& assets) {
    citizen::CitizenSetup setup;
    for (const auto& [kato, place] : law.places.all()) setup.places.push_back(place);
    setup.branches = {{config.device.branch, config.branch_name.kk, config.branch_name.ru}};
    setup.home_place = config.place_kato;
    for (const Standard* standard : law.standards.all())
        if (!standard->accepted_at_branch()) setup.portal_services.push_back(*standard);
    setup.guides = TRY(load_guides(assets / "guides"));
    setup.portal = kPortal;
    const auto qr = TRY(receipts::make_qr(receipts::portal_address(kPortal)));
    setup.portal_qr =
        std::make_shared<const ui::QrModules>(ui::QrModules{static_cast<unsigned>(qr.side), qr.dark});
    return setup;
}

}  // namespace ardager
