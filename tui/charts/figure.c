#include "tui/charts/figure.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/charts/scale.h"

#include <math.h>
#include <string.h>

/* From here on growth is a factor, and beyond 100 times it needs no decimal. */
#define FACTOR_PERCENT 999.95
#define FACTOR_WHOLE 99.95
/* Cover is a factor from here on. */
#define COVER_PERCENT 9999.5
#define COVER_WHOLE 999.95

bool figure_is_number(struct value value)
{
    return value_is_number(value) && isfinite(value.number);
}

double figure_number(const struct chart *chart, struct value value)
{
    if (!figure_is_number(value))
        return 0;
    return fmax(-FIGURE_MAX,
                fmin(FIGURE_MAX, number_scale(value.number, -chart->scale)));
}

/* Whether a text of number_show() has no digit but zeros. */
static bool reads_as_zero(const char *shown)
{
    return !strpbrk(shown, "123456789");
}

static const char *show(struct arena *arena, double number, struct number_style style)
{
    char shown[NUMBER_SHOWN_MAX];

    return arena_printf(arena, "%s", number_show(shown, number, style));
}

const char *figure_text(const struct chart *chart, const struct glyphs *glyphs,
                        double number, bool is_signed)
{
    return chart_number(chart->arena, glyphs, number, chart->decimals, is_signed);
}

const char *figure_tick(struct arena *arena, const struct glyphs *glyphs, double number,
                        double step)
{
    const struct number_style style = {
        .decimals = scale_decimals(step),
        .is_ascii = glyphs->is_ascii,
        .is_grouped = true,
    };

    return show(arena, number, style);
}

const char *figure_count(struct arena *arena, size_t count)
{
    return show(arena, (double)count, (struct number_style){.is_grouped = true});
}

const char *figure_glyph(struct arena *arena, uint32_t codepoint)
{
    char bytes[4];

    return arena_copy(arena, bytes, text_encode(codepoint, bytes));
}

const char *figure_absence(struct value value)
{
    if (value_is_number(value))
        return _(absence_words(ABSENCE_UNDEFINED));
    return _(absence_words(value.absence));
}

const char *chart_number(struct arena *arena, const struct glyphs *glyphs,
                         double scaled_value, int decimals, bool is_signed)
{
    const struct number_style style = {
        .decimals = decimals,
        .sign = is_signed ? NUMBER_SIGN_BOTH : NUMBER_SIGN_MINUS,
        .is_ascii = glyphs->is_ascii,
        .is_grouped = true,
    };
    const char *shown = show(arena, scaled_value, style);
    const char *sign = is_signed ? "+" : "";

    if (scaled_value == 0 || !isfinite(scaled_value) || !reads_as_zero(shown))
        return shown;
    if (scaled_value < 0)
        sign = figure_glyph(arena, glyphs->minus);
    return arena_printf(arena, "%s<%s", sign,
                        show(arena, number_scale(1, -decimals),
                             (struct number_style){.decimals = decimals}));
}

const char *chart_figure(const struct chart *chart, const struct glyphs *glyphs,
                         struct value value, bool is_signed)
{
    if (value.absence == ABSENCE_UNDEFINED)
        return "n/a";
    /* Statistics print what is too small for the unit as 0. */
    if (value.absence == ABSENCE_ROUNDED)
        return figure_text(chart, glyphs, 0, false);
    if (!figure_is_number(value))
        return figure_glyph(chart->arena, glyphs->missing);
    return figure_text(chart, glyphs, figure_number(chart, value), is_signed);
}

static const char *factor_text(struct arena *arena, const struct glyphs *glyphs,
                               double factor)
{
    const struct number_style style = {
        .decimals = factor < FACTOR_WHOLE ? 1 : 0,
        .is_ascii = glyphs->is_ascii,
        .is_grouped = true,
    };

    return arena_printf(arena, "%s%s", figure_glyph(arena, glyphs->times),
                        show(arena, factor, style));
}

const char *chart_cover(struct arena *arena, const struct glyphs *glyphs,
                        struct value cover)
{
    const struct chart percent = {
        .arena = arena,
        .decimals = cover.number < COVER_WHOLE ? 1 : 0,
    };

    if (figure_is_number(cover) && cover.number >= COVER_PERCENT)
        return factor_text(arena, glyphs, cover.number / 100);
    return chart_figure(&percent, glyphs, cover, false);
}

const char *chart_growth(struct arena *arena, const struct glyphs *glyphs,
                         struct value value)
{
    const struct number_style style = {
        .decimals = 1,
        .sign = NUMBER_SIGN_BOTH,
        .is_ascii = glyphs->is_ascii,
        .is_grouped = true,
    };

    const char *text;

    if (value.absence == ABSENCE_UNDEFINED)
        return "n/a";
    if (!figure_is_number(value))
        return figure_glyph(arena, glyphs->missing);
    if (value.number >= FACTOR_PERCENT)
        text = factor_text(arena, glyphs, 1 + value.number / 100);
    else
        text = show(arena, value.number, style);
    return value_is_of_part(value) ? arena_printf(arena, "%s*", text) : text;
}
