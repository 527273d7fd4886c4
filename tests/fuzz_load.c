/*
 * Fuzz target: any bytes at all are loaded or refused with a reason, and nothing
 * crashes, hangs or leaks.
 */
#include "core/load/load.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    enum load_result result =
        load_bytes("fuzz.yaml", data, size, &load_limits_default, &dataset, &diags);

    /* What loading promises: it succeeds, or it says why not. */
    if ((result == LOAD_OK) == diag_has_errors(&diags))
        abort();
    dataset_close(&dataset);
    arena_clear(&arena);
    return 0;
}
