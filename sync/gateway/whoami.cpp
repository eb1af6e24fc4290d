#include "sync/gateway/answers.h"
#include "sync/gateway/resources.h"

namespace ardager::gateway {

Answer get_whoami(const Call& call) {
    const Office& office = call.office;
    wire::WhoAmI who;
    who.role = role_name(call.caller.role);
    who.time = office.clock.now();
    who.epoch = TRY(office.store.epoch());
    who.certificate = office.certificate_pem;
    if (call.caller.role == Role::device) {
        const JournalRow journal = TRY(office.store.journal(call.caller.name));
        who.device = call.caller.name;
        who.next_seq = journal.next_seq;
        who.head = journal.head;
    }
    return json_answer(200, who.to_json());
}

}  // namespace ardager::gateway
