#include "sync/https/records.h"

#include <openssl/ssl.h>

#include "sync/https/tuning.h"

namespace ardager::https {

bool keep_records_small(void* context) {
    return SSL_CTX_set_max_send_fragment(static_cast<SSL_CTX*>(context), kSmallRecordBytes) == 1;
}

}  // namespace ardager::https
