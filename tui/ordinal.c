#include "tui/ordinal.h"

#include "core/base/translate.h"

const char *ordinal_of(const struct cross_place *place, struct arena *arena)
{
    uint32_t number = place->number;
    bool is_teen = number % 100 >= 11 && number % 100 <= 13;
    uint32_t digit = is_teen ? 0 : number % 10;
    const char *text = arena_printf(arena,
                                    digit == 1   ? _("%ust")
                                    : digit == 2 ? _("%und")
                                    : digit == 3 ? _("%urd")
                                                 : _("%uth"),
                                    number);
    uint32_t others = place->sharing - 1;

    if (place->sharing < 2)
        return text;
    return arena_printf(arena, P_("%s with %u other", "%s with %u others", others),
                        text, others);
}
