/*
 * Which encoding bytes that are not UTF-8 are certainly in.
 *
 * Many sequences of bytes fit several encodings, so fitting is not enough: the text has
 * to spell a word that tables of trade have, in one encoding alone. Latin letters are
 * certain when the encodings of Western and Central Europe agree on them, or when a
 * word shows which it is.
 */
#include "core/load/encoding.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>

/* Names for iconv, and words in UTF-8 of at least two characters. */
static const struct {
    const char *name;
    const char *words[16];
} wide[] = {
    {"GB18030",
     {"出口", "进口", "贸易", "国别", "国家", "美元", "人民币", "金额", "年份", "月份",
      "合计", "总值", "商品", "中国", "海关", NULL}},
    {"BIG5",
     {"出口", "進口", "貿易", "國別", "國家", "美元", "金額", "年份", "月份", "合計",
      "總值", "商品", "中國", "海關", "臺灣", NULL}},
    {"CP932",
     {"輸出", "輸入", "貿易", "国名", "金額", "品目", "合計", "日本", "百万円", "千円",
      "中国", "ドル", "年月", NULL}},
    {"EUC-JP",
     {"輸出", "輸入", "貿易", "国名", "金額", "品目", "合計", "日本", "百万円", "千円",
      "中国", "ドル", "年月", NULL}},
    {"CP949",
     {"수출", "수입", "무역", "국가", "금액", "품목", "합계", "달러", "한국", "중국",
      "시점", "기간", NULL}},
};

/* Parts of words with letters that Windows-1252 and Latin-1 have in another place than
 * the encodings of Central Europe and Turkey; there they would spell nothing. */
static const char *const latin_words[] = {
    "ão",    "ões",  "ña",   "ñol",  "ño",    "Åland", "ège", "Grèce",
    "Suède", "Août", "août", "Færø", "Øster", "øben",  "øre", "À l",
};

/* What all of them have alike: letters, and signs from A0 on. */
static const char shared_letters[] =
    "\xc1\xc2\xc4\xc7\xc9\xcb\xcd\xce\xd3\xd4\xd6\xda\xdc\xdf"
    "\xe1\xe2\xe4\xe7\xe9\xeb\xed\xee\xf3\xf4\xf6\xfa\xfc";
static const char shared_signs[] = "\xa0\xa7\xb0\xb1\xb7\xd7\xf7";
/* Before a blank, behind one or at the beginning of a field, likewise. */
static const char copyright = '\xa9';
static const char apostrophe = '\x92';
/* Between blanks, and alike in all of them too; elsewhere it is a letter. The text may
 * begin with it. */
static const char dashes[] = "\x96\x97";

/* The text in UTF-8, NULL when some of it does not fit. */
static char *converted(const char *name, const char *text, size_t size,
                       struct arena *arena)
{
    iconv_t from = iconv_open("UTF-8", name);
    size_t room = 3 * size + 4;
    char *out = (char *)arena_alloc(arena, room + 1);
    char *in = arena_copy(arena, text, size);
    char *to = out;
    size_t result;

    if (from == (iconv_t)-1) // NOLINT(performance-no-int-to-ptr)
        return NULL;
    result = iconv(from, &in, &size, &to, &room);
    if (result == (size_t)-1 && errno != EINVAL)
        out = NULL;
    iconv_close(from);
    return out;
}

static bool has_word(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; text && i < count && words[i]; i++)
        if (strstr(text, words[i]))
            return true;
    return false;
}

static bool is_high(char byte)
{
    return (unsigned char)byte >= 0x80;
}

static bool is_among(char byte, const char *set)
{
    return strchr(set, byte) != NULL;
}

/* Whether the high byte at `at` may be of a word in Latin letters, and whether it is a
 * letter that leaves no doubt. */
static bool is_latin(const char *text, size_t size, size_t at, bool *is_shared)
{
    bool before = at > 0 && isalpha((unsigned char)text[at - 1]);
    bool after = at + 1 < size && isalpha((unsigned char)text[at + 1]);
    size_t run = 1;

    while (at + run < size && is_high(text[at + run]))
        run++;
    if (is_among(text[at], shared_signs) ||
        (is_among(text[at], dashes) && (at == 0 || text[at - 1] == ' ') &&
         at + 1 < size && text[at + 1] == ' ') ||
        (text[at] == copyright && (at == 0 || strchr("\n\" ;,\t", text[at - 1])) &&
         at + 1 < size && text[at + 1] == ' ') ||
        (text[at] == apostrophe && before && after)) {
        *is_shared = true;
        return true;
    }
    *is_shared = is_among(text[at], shared_letters);
    /* C0 to FF are letters; three of them in a row are of another script. */
    return (unsigned char)text[at] >= 0xc0 && run <= 2 &&
           (before || after || (at > 0 && is_high(text[at - 1])) || run == 2);
}

static bool is_windows_1252(const char *text, size_t size, struct arena *arena)
{
    bool is_all_shared = true;

    for (size_t i = 0; i < size; i++) {
        bool is_shared;
        if (!is_high(text[i]))
            continue;
        if (!is_latin(text, size, i, &is_shared))
            return false;
        is_all_shared = is_all_shared && is_shared;
    }
    return is_all_shared ||
           has_word(converted("CP1252", text, size, arena), latin_words,
                    sizeof(latin_words) / sizeof(latin_words[0]));
}

const char *encoding_guess(const char *text, size_t size, struct arena *arena)
{
    const char *found = NULL;

    for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++) {
        if (!has_word(converted(wide[i].name, text, size, arena), wide[i].words,
                      sizeof(wide[i].words) / sizeof(wide[i].words[0])))
            continue;
        if (found)
            return NULL;
        found = wide[i].name;
    }
    if (found)
        return found;
    return is_windows_1252(text, size, arena) ? "CP1252" : NULL;
}
