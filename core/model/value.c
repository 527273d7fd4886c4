#include "core/model/value.h"

const char *absence_words(enum absence absence)
{
    static const char *const words[ABSENCE_COUNT] = {
        [ABSENCE_NONE] = "",
        [ABSENCE_ROUNDED] = "rounded to nothing",
        [ABSENCE_NOT_APPLICABLE] = "not applicable",
        [ABSENCE_CONFIDENTIAL] = "confidential",
        [ABSENCE_NOT_AVAILABLE] = "not available",
        [ABSENCE_NO_ROW] = "not in the file",
        [ABSENCE_UNDEFINED] = "not defined",
        [ABSENCE_NO_RATE] = "no rate",
    };

    return words[absence];
}
