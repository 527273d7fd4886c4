#include "core/load/decimal_sign.h"

enum { GROUP_DIGITS = 3 };

void decimal_signs_settle(struct decimal_signs *signs, char sign)
{
    if (signs->sign)
        return;
    signs->sign = sign;
    signs->is_late = signs->has_left || signs->has_either;
}

void decimal_signs_note(struct decimal_signs *signs, enum number_shape shape)
{
    switch (shape) {
    case SHAPE_COMMA:
        signs->has_commas = true;
        decimal_signs_settle(signs, ',');
        break;
    case SHAPE_POINT:
    case SHAPE_GROUPS:
        signs->has_points = true;
        decimal_signs_settle(signs, '.');
        break;
    case SHAPE_EITHER_COMMA:
    case SHAPE_EITHER_POINT:
        signs->has_either = true;
        break;
    case SHAPE_NONE:
    case SHAPE_PLAIN:
        break;
    }
}

void decimal_signs_note_bulk(struct decimal_signs *signs, int decimals,
                             bool may_be_groups)
{
    if (!decimals)
        return;
    signs->has_either = true;
    if (decimals != GROUP_DIGITS) {
        signs->has_points = true;
        decimal_signs_settle(signs, '.');
        return;
    }
    signs->has_unseen = true;
    signs->has_open = signs->has_open || may_be_groups;
}

static char found_in(const struct decimal_signs *signs)
{
    if (signs->has_commas)
        return signs->has_points ? DECIMAL_OPEN : ',';
    return signs->has_points ? '.' : 0;
}

bool decimal_signs_again(struct decimal_signs *signs)
{
    char found = found_in(signs);
    bool is_other = found != signs->sign || signs->is_late;
    bool is_again = is_other && (signs->has_commas || signs->has_left);

    if (signs->is_answered)
        return false;
    if (!found && !signs->is_row_by_row &&
        (signs->has_open || (signs->has_left && signs->has_unseen)))
        is_again = signs->is_row_by_row = true;
    signs->sign = found;
    signs->is_late = signs->has_left = signs->has_either = signs->has_unseen =
        signs->has_open = false;
    return is_again;
}
