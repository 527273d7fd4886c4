/*
 * Two rows beside each other in words.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/sentence.h"
#include "tui/views/compare_panels.h"

/* A sentence that grows by whole parts as long as they fit; after one that did not, no
 * other is put in its place. */
struct sentence {
    const char *text;
    int cols;
    bool is_full;
    struct arena *arena;
};

static void say(struct sentence *sentence, const char *before, const char *part)
{
    const char *joined =
        arena_printf(sentence->arena, "%s%s%s", sentence->text, before, part);

    if (text_width(joined) > sentence->cols)
        sentence->is_full = true;
    if (!sentence->is_full)
        sentence->text = joined;
}

/* "exports", or what the only measure is called. */
static const char *exports_word(const struct compare *compare)
{
    const char *flow = sentence_flow(compare->frame, compare->show);

    return flow ? flow : _("exports");
}

/* All differences, or the main one alone, of rows that go by their names or letters. */
static const char *difference(const struct compare *compare, bool has_all,
                              const char *left, const char *right)
{
    const struct show *show = compare->show;
    const struct comparison *of = &compare->of;
    const char *exports = show_figure(show, of->exports, true);

    if (!compare->frame->has_imports)
        return arena_printf(show->arena, _("%s %s %s: %s less %s"),
                            exports_word(compare), exports, show->unit, left, right);
    if (!has_all)
        return arena_printf(show->arena, _("balance %s %s: %s less %s"),
                            show_figure(show, of->balance, true), show->unit, left,
                            right);
    return arena_printf(show->arena,
                        _("exports %s, imports %s, balance %s %s: %s less %s"), exports,
                        show_figure(show, of->imports, true),
                        show_figure(show, of->balance, true), show->unit, left, right);
}

/* What changes with each key comes last, so that the words before it stay in place and
 * are not sent again. */
const char *compare_sentence(const struct compare *compare, int cols)
{
    const char *left = compare->of.left->name;
    const char *right = compare->of.right->name;
    const char *text = difference(compare, true, left, right);

    if (text_width(text) > cols)
        text = difference(compare, true, "A", "B");
    if (text_width(text) > cols)
        text = difference(compare, false, left, right);
    if (text_width(text) > cols)
        text = difference(compare, false, "A", "B");
    return text;
}

static const char *number(const struct show *show, double value, int decimals,
                          enum number_sign sign)
{
    char text[NUMBER_SHOWN_MAX];
    struct number_style style = {.decimals = decimals,
                                 .sign = sign,
                                 .is_ascii = show->glyphs->is_ascii,
                                 .is_grouped = true};

    return arena_printf(show->arena, "%s", number_show(text, value, style));
}

/* "A/B: exports 1.80, imports 8.81" or, in points, "growth gap: exports -1.2": what is
 * missing is not named. */
static void say_pair(struct sentence *sentence, const char *lead, const char *exports,
                     const char *imports)
{
    const char *before =
        arena_printf(sentence->arena, "%s%s", *sentence->text ? _("; ") : "", lead);

    if (exports)
        say(sentence, before, exports);
    if (imports)
        say(sentence, exports ? _(", ") : before, imports);
}

static const char *part(const struct show *show, const char *name, struct value value,
                        bool is_signed)
{
    int decimals = is_signed || value.number >= 10 ? 1 : 2;

    if (!value_is_number(value))
        return NULL;
    return arena_printf(show->arena, "%s %s", name,
                        number(show, value.number, decimals,
                               is_signed ? NUMBER_SIGN_BOTH : NUMBER_SIGN_MINUS));
}

const char *compare_ratios(const struct compare *compare, int cols)
{
    const struct show *show = compare->show;
    const struct comparison *of = &compare->of;
    const char *exports = exports_word(compare);
    struct sentence sentence = {.text = "", .cols = cols, .arena = show->arena};

    say_pair(&sentence, _("A / B: "), part(show, exports, of->exports_times, false),
             part(show, _("imports"), of->imports_times, false));
    say_pair(&sentence, _("growth gap in points: "),
             part(show, exports, of->exports_gap, true),
             part(show, _("imports"), of->imports_gap, true));
    return sentence.text;
}
