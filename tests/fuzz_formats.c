/*
 * Fuzz target: each family of readers by itself, so that no input is spent on being
 * recognised. The first byte chooses the family, the second what it begins with:
 *
 *     c  rows of a table, behind the head of a layout
 *     j  JSON: records of UN Comtrade
 *     t  rows of Eurostat's TSV
 *     a  an archive or a packed file, as it is
 *     e  a table in an encoding that was said
 *
 * Everything is read or refused with a reason, and every row of a table is used,
 * refused or of something else.
 */
#include "core/load/load.h"
#include "tests/layout_samples.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char json_head[] =
    "[{\"refPeriodId\":1,\"flowCode\":\"X\",\"period\":\"2022\","
    "\"reporterISO\":\"CHN\",\"partnerISO\":\"W00\","
    "\"cmdCode\":\"TOTAL\",\"primaryValue\":5}";
static const char tsv_head[] =
    "freq,unit,indic_et,partner,geo\\TIME_PERIOD\t2022 \t2023\n";
static const char table_head[] = "year,partner,exports_usd,imports_usd\n";

static const char *const encodings[] = {
    "GB18030", "BIG5", "CP932", "EUC-JP", "CP949", "CP1252", "UTF-16LE", "UTF-16BE",
};

/* The beginning that the family has, and the encoding that is said. */
static const char *head_of(const uint8_t *data, size_t *size, const char **encoding)
{
    const char *head = "";

    *size = 0;
    switch (data[0]) {
    case 'c':
        head = layout_samples[data[1] % layout_sample_count].text;
        *size = layout_samples[data[1] % layout_sample_count].head;
        return head;
    case 'j':
        head = json_head;
        break;
    case 't':
        head = tsv_head;
        break;
    case 'e':
        *encoding = encodings[data[1] % (sizeof(encodings) / sizeof(encodings[0]))];
        head = data[1] & 0x80 ? table_head : "";
        break;
    default:
        break;
    }
    *size = strlen(head);
    return head;
}

static void read_text(const uint8_t *text, size_t size, const char *encoding)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct load_answers answers = {.encoding = encoding};
    struct load_open open = {0};
    struct load_limits limits = load_limits_default;
    enum load_result result;

    limits.file_bytes = 1 << 20;
    limits.answers = &answers;
    limits.open = &open;
    result = load_bytes("fuzz", text, size, &limits, &dataset, &diags);
    if ((result == LOAD_OK) == diag_has_errors(&diags))
        abort();
    if (result == LOAD_OK && dataset.format && dataset.fates.used == 0)
        abort();
    dataset_close(&dataset);
    arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *encoding = NULL;
    const char *head;
    size_t head_size;
    uint8_t *text;

    if (size < 2)
        return 0;
    head = head_of(data, &head_size, &encoding);
    text = malloc(head_size + size);
    if (!text)
        abort();
    memcpy(text, head, head_size);
    memcpy(text + head_size, data + 2, size - 2);
    read_text(text, head_size + size - 2, encoding);
    free(text);
    return 0;
}
