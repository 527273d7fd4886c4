/* The words of the findings. */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>
#include <string.h>

enum { TEXT_COLS = 48 };

bool audit_is_amount(const struct measure *measure)
{
    return measure->unit.kind != UNIT_PERCENT && measure->growth_of == MEASURE_NONE;
}

double audit_last_digit(const struct measure *measure)
{
    return measure->is_scaled ? 1 : number_scale(1, -measure->shown_decimals);
}

int audit_exponent(const struct measure *measure)
{
    return measure->unit.scale - measure->decimals;
}

const char *audit_text(const struct audit *audit, const char *text)
{
    size_t length = strlen(text);
    size_t bytes = length <= TEXT_COLS ? length : text_break(text, TEXT_COLS);

    if (bytes == length)
        return text;
    return arena_printf(audit->arena, "%s...", arena_copy(audit->arena, text, bytes));
}

const char *audit_figure(const struct audit *audit, const struct measure *measure,
                         double number)
{
    char text[NUMBER_SHOWN_MAX];
    struct number_style style = {
        .decimals = measure->decimals,
        .is_ascii = true,
        .is_grouped = true,
    };

    if (measure->is_scaled)
        number_show(text, number_scale(number, -measure->decimals), style);
    else
        number_print(text, number);
    return arena_printf(audit->arena, "%s", text);
}

const char *audit_unit(const struct audit *audit, const struct measure *measure)
{
    char text[UNIT_SHOWN_MAX];

    return arena_printf(audit->arena, "%s",
                        unit_show(text, measure->unit, measure->unit.scale));
}

const char *audit_measure(const struct audit *audit, const struct measure *measure)
{
    return audit_text(audit, measure_word(measure, audit->language));
}

const char *audit_dimension(const struct audit *audit, size_t dimension)
{
    return audit_text(
        audit, dimension_word(&audit->dataset->dimension[dimension], audit->language));
}

const char *audit_member_words(const struct audit *audit, size_t dimension,
                               uint32_t member)
{
    const struct dimension *of = &audit->dataset->dimension[dimension];
    const char *code = audit_text(audit, of->members[member].code);
    const char *name = audit_text(audit, member_name(of, member, audit->language));

    return strcmp(name, code) == 0
               ? code
               : arena_printf(audit->arena, _("%s (%s)"), name, code);
}

const char *audit_period(const struct audit *audit, uint32_t period)
{
    char text[PERIOD_SHOWN_MAX];

    return arena_printf(audit->arena, "%s",
                        period_words(text, audit->dataset->periods[period]));
}

const char *audit_what(const struct audit *audit, size_t observation)
{
    const struct dataset *dataset = audit->dataset;
    const char *text = "";

    for (size_t d = 0; d < dataset->dimension_count; d++)
        text = arena_printf(
            audit->arena, _("%s%s, "), text,
            audit_member_words(audit, d, audit_member(audit, d, observation)));
    return arena_printf(audit->arena, "%s%s", text,
                        audit_period(audit, codes_get(&dataset->period, observation)));
}

const char *audit_percent(const struct audit *audit, double part, double whole)
{
    double percent = whole == 0 ? 100 : fabs(100 * part / whole);
    char text[NUMBER_SHOWN_MAX];
    struct number_style style = {.is_ascii = true, .is_grouped = true};

    for (double limit = 10; percent < limit && style.decimals < 4; limit /= 10)
        style.decimals++;
    if (percent > 0 && percent < 0.0001)
        return _("less than 0.0001 %");
    return arena_printf(audit->arena, "%s %%", number_show(text, percent, style));
}

const char *audit_more(const struct audit *audit, size_t count)
{
    return count ? arena_printf(audit->arena, _("; and %zu more"), count) : "";
}
