#include "core/model/value.h"

#include "core/base/translate.h"

const char *absence_words(enum absence absence)
{
    static const char *const words[ABSENCE_COUNT] = {
        [ABSENCE_NONE] = "",
        [ABSENCE_ROUNDED] = N_("rounded to nothing"),
        [ABSENCE_NOT_APPLICABLE] = N_("not applicable"),
        [ABSENCE_CONFIDENTIAL] = N_("confidential"),
        [ABSENCE_NOT_AVAILABLE] = N_("not available"),
        [ABSENCE_UNREADABLE] = N_("not readable"),
        [ABSENCE_NO_ROW] = N_("not in the file"),
        [ABSENCE_UNDEFINED] = N_("not defined"),
        [ABSENCE_NO_RATE] = N_("no rate"),
        [ABSENCE_UNREAD] = N_("not read yet"),
    };

    return words[absence];
}

bool absence_spreads(enum absence absence)
{
    return absence == ABSENCE_CONFIDENTIAL || absence == ABSENCE_NOT_AVAILABLE ||
           absence == ABSENCE_UNREADABLE;
}

enum absence absence_joined(enum absence before, enum absence added)
{
    if (before == ABSENCE_NO_ROW || absence_spreads(added) ||
        (!absence_spreads(before) && added == ABSENCE_ROUNDED))
        return added;
    return before;
}
