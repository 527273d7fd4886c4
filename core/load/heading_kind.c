/*
 * Headings of what is no amount: percentages, indices, what was computed from other
 * columns, quantities, remarks. In the languages that layout_plain.c reads.
 */
#include "core/base/text.h"
#include "core/load/layout.h"

#include <ctype.h>
#include <string.h>

/* Words stand alone, in lower case and without accents; those of other scripts, and
 * signs, may stand anywhere. */
static const struct {
    const char *word;
    enum heading_kind kind;
    bool is_weak; /* says nothing where the heading tells of a currency */
} words[] = {
    {"%", HEADING_PERCENT, false},
    {"‰", HEADING_INDEX, false},
    {"y/y", HEADING_PERCENT, false},
    {"m/m", HEADING_PERCENT, false},
    {"q/q", HEADING_PERCENT, false},
    {"percent", HEADING_PERCENT, false},
    {"percentage", HEADING_PERCENT, false},
    {"per cent", HEADING_PERCENT, false},
    {"pct", HEADING_PERCENT, false},
    {"prozent", HEADING_PERCENT, false},
    {"pour cent", HEADING_PERCENT, false},
    {"por ciento", HEADING_PERCENT, false},
    {"por cento", HEADING_PERCENT, false},
    {"growth", HEADING_PERCENT, false},
    {"yoy", HEADING_PERCENT, false},
    {"mom", HEADING_PERCENT, false},
    {"wachstum", HEADING_PERCENT, false},
    {"wachstumsrate", HEADING_PERCENT, false},
    {"veranderungsrate", HEADING_PERCENT, false},
    {"croissance", HEADING_PERCENT, false},
    {"crecimiento", HEADING_PERCENT, false},
    {"crescimento", HEADING_PERCENT, false},
    {"同比", HEADING_PERCENT, false},
    {"环比", HEADING_PERCENT, false},
    {"增长", HEADING_PERCENT, false},
    {"增速", HEADING_PERCENT, false},
    {"增幅", HEADING_PERCENT, false},
    {"占比", HEADING_PERCENT, false},
    {"比重", HEADING_PERCENT, false},
    {"份额", HEADING_PERCENT, false},
    {"share", HEADING_PERCENT, true},
    {"shares", HEADING_PERCENT, true},
    {"anteil", HEADING_PERCENT, true},
    {"part de marche", HEADING_PERCENT, true},
    {"cuota", HEADING_PERCENT, true},
    {"participacion", HEADING_PERCENT, true},
    {"participacao", HEADING_PERCENT, true},
    {"tariff rate", HEADING_PERCENT, true},
    {"per capita", HEADING_INDEX, false},
    {"pro kopf", HEADING_INDEX, false},
    {"par habitant", HEADING_INDEX, false},
    {"人均", HEADING_INDEX, false},
    {"index", HEADING_INDEX, true},
    {"indices", HEADING_INDEX, true},
    {"indice", HEADING_INDEX, true},
    {"ratio", HEADING_INDEX, true},
    {"rate", HEADING_INDEX, true},
    {"taux", HEADING_INDEX, true},
    {"tasa", HEADING_INDEX, true},
    {"taxa", HEADING_INDEX, true},
    {"cover", HEADING_INDEX, true},
    {"coverage", HEADING_INDEX, true},
    {"指数", HEADING_INDEX, true},
    {"比率", HEADING_INDEX, true},
    {"balance", HEADING_COMPUTED, false},
    {"surplus", HEADING_COMPUTED, false},
    {"deficit", HEADING_COMPUTED, false},
    {"net exports", HEADING_COMPUTED, false},
    {"total trade", HEADING_COMPUTED, false},
    {"trade total", HEADING_COMPUTED, false},
    {"trade volume", HEADING_COMPUTED, false},
    {"turnover", HEADING_COMPUTED, false},
    {"saldo", HEADING_COMPUTED, false},
    {"aussenhandelssaldo", HEADING_COMPUTED, false},
    {"handelsbilanz", HEADING_COMPUTED, false},
    {"solde", HEADING_COMPUTED, false},
    {"balanza", HEADING_COMPUTED, false},
    {"balanca", HEADING_COMPUTED, false},
    {"差额", HEADING_COMPUTED, false},
    {"顺差", HEADING_COMPUTED, false},
    {"逆差", HEADING_COMPUTED, false},
    {"进出口总", HEADING_COMPUTED, false},
    {"进出口额", HEADING_COMPUTED, false},
    {"贸易总额", HEADING_COMPUTED, false},
    {"rank", HEADING_COMPUTED, false},
    {"rang", HEADING_COMPUTED, false},
    {"排名", HEADING_COMPUTED, false},
    {"quantity", HEADING_QUANTITY, true},
    {"quantities", HEADING_QUANTITY, true},
    {"qty", HEADING_QUANTITY, true},
    {"weight", HEADING_QUANTITY, true},
    {"netweight", HEADING_QUANTITY, true},
    {"net mass", HEADING_QUANTITY, true},
    {"tonnes", HEADING_QUANTITY, true},
    {"tons", HEADING_QUANTITY, true},
    {"kg", HEADING_QUANTITY, true},
    {"kilograms", HEADING_QUANTITY, true},
    {"kilogrammes", HEADING_QUANTITY, true},
    {"supplementary unit", HEADING_QUANTITY, true},
    {"supplementary units", HEADING_QUANTITY, true},
    {"gewicht", HEADING_QUANTITY, true},
    {"eigenmasse", HEADING_QUANTITY, true},
    {"menge", HEADING_QUANTITY, true},
    {"mengen", HEADING_QUANTITY, true},
    {"tonnen", HEADING_QUANTITY, true},
    {"besondere masseinheit", HEADING_QUANTITY, true},
    {"(t)", HEADING_QUANTITY, true},
    {"poids", HEADING_QUANTITY, true},
    {"masse", HEADING_QUANTITY, true},
    {"quantite", HEADING_QUANTITY, true},
    {"quantites", HEADING_QUANTITY, true},
    {"tonne", HEADING_QUANTITY, true},
    {"peso neto", HEADING_QUANTITY, true},
    {"peso liquido", HEADING_QUANTITY, true},
    {"cantidad", HEADING_QUANTITY, true},
    {"cantidades", HEADING_QUANTITY, true},
    {"toneladas", HEADING_QUANTITY, true},
    {"kilogramos", HEADING_QUANTITY, true},
    {"quantidade", HEADING_QUANTITY, true},
    {"quantidades", HEADING_QUANTITY, true},
    {"quantita", HEADING_QUANTITY, true},
    {"tonnellate", HEADING_QUANTITY, true},
    {"数量", HEADING_QUANTITY, true},
    {"重量", HEADING_QUANTITY, true},
    {"千克", HEADING_QUANTITY, true},
    {"公斤", HEADING_QUANTITY, true},
    {"comment", HEADING_REMARK, false},
    {"comments", HEADING_REMARK, false},
    {"remark", HEADING_REMARK, false},
    {"remarks", HEADING_REMARK, false},
    {"notes", HEADING_REMARK, false},
    {"footnote", HEADING_REMARK, false},
    {"footnotes", HEADING_REMARK, false},
    {"bemerkung", HEADING_REMARK, false},
    {"bemerkungen", HEADING_REMARK, false},
    {"anmerkung", HEADING_REMARK, false},
    {"anmerkungen", HEADING_REMARK, false},
    {"kommentar", HEADING_REMARK, false},
    {"commentaire", HEADING_REMARK, false},
    {"commentaires", HEADING_REMARK, false},
    {"remarque", HEADING_REMARK, false},
    {"remarques", HEADING_REMARK, false},
    {"nota", HEADING_REMARK, false},
    {"notas", HEADING_REMARK, false},
    {"comentario", HEADING_REMARK, false},
    {"comentarios", HEADING_REMARK, false},
    {"observaciones", HEADING_REMARK, false},
    {"observacoes", HEADING_REMARK, false},
    {"备注", HEADING_REMARK, false},
    {"说明", HEADING_REMARK, false},
};

/* "Quantity unit" says what quantities are in, and tells rows apart. */
static const char *const of_units[] = {"unit", "units", "code", "einheit"};

static bool is_letter(char byte)
{
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static bool has_word(const char *heading, const char *word)
{
    bool is_anywhere = !isalpha((unsigned char)*word);
    size_t length = strlen(word);

    for (const char *at = strstr(heading, word); at; at = strstr(at + 1, word))
        if ((is_anywhere || at == heading || !is_letter(at[-1])) &&
            (is_anywhere || !is_letter(at[length])))
            return true;
    return false;
}

static bool is_of_units(const char *heading)
{
    for (size_t i = 0; i < sizeof(of_units) / sizeof(of_units[0]); i++)
        if (has_word(heading, of_units[i]))
            return true;
    return false;
}

enum heading_kind heading_kind(struct builder_text heading)
{
    struct arena arena = {0};
    const char *text = arena_copy(&arena, heading.text, heading.length);
    const char *folded = text_fold(&arena, text);
    enum heading_kind kind = HEADING_AMOUNT;
    struct unit unit;
    bool has_unit = layout_unit(text, &unit, &arena);

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && kind == HEADING_AMOUNT;
         i++)
        if (!(words[i].is_weak && has_unit) && has_word(folded, words[i].word))
            kind = words[i].kind;
    if (kind == HEADING_QUANTITY && is_of_units(folded) &&
        !strstr(folded, "supplementary"))
        kind = HEADING_AMOUNT;
    arena_clear(&arena);
    return kind;
}
