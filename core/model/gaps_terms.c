#include "core/model/gaps_internal.h"

#include <math.h>

struct term term_of(const struct dataset *dataset, size_t m, size_t observation)
{
    const struct measure *measure = &dataset->measure[m];
    double number = measure->column.data[observation];
    struct term term = {.absence = ABSENCE_NO_ROW};

    if (isnan(number)) {
        term.absence = (enum absence)codes_get_sparse(&measure->absence, observation);
        return term;
    }
    sum_add(&term.sum, number);
    term.has_number = true;
    term.covered = codes_get_sparse(&measure->covered, observation);
    return term;
}

bool term_is_empty(const struct term *term)
{
    return !term->has_number && term->absence == ABSENCE_NO_ROW;
}

void term_add(struct term *into, const struct term *term)
{
    into->has_total = into->has_total || term->has_total;
    if (term->absence != ABSENCE_NO_ROW)
        into->absence = absence_joined(into->absence, term->absence);
    if (!term->has_number)
        return;
    sum_add(&into->sum, term->sum.high);
    sum_add(&into->sum, term->sum.low);
    into->has_number = true;
    if (term->covered && (!into->covered || term->covered < into->covered))
        into->covered = term->covered;
}

bool term_is_number(const struct term *term)
{
    return term->has_number && !absence_spreads(term->absence);
}

/* What has published totals in it before what has none, a number before none, and the
 * larger before the smaller. */
bool term_is_better(const struct term *term, const struct term *than)
{
    if (term_is_empty(term) || term_is_empty(than))
        return !term_is_empty(term);
    if (term->has_total != than->has_total)
        return term->has_total;
    if (term_is_number(term) != term_is_number(than))
        return term_is_number(term);
    return term_is_number(term) &&
           fabs(sum_value(term->sum)) > fabs(sum_value(than->sum));
}
