/*
 * Translate: what a person reads, in the language of their choice.
 *
 * A text is written in English where it is used and marked for xgettext: _("all rows")
 * is translated on the spot, N_("all rows") marks a text in a table, which whoever
 * shows it gives to _(). A whole sentence is one text; what changes in it is a
 * %-format, so that its order can differ. The translations are the files
 * po/LANGUAGE.po; msgfmt and the build make tables of them inside the program, so that
 * they need neither a place to be found in nor a locale that is installed.
 *
 * The language in force is the process's, as its locale is: the one variable of
 * core/base. It is set between two pictures; the texts themselves never go away.
 */
#ifndef CORE_BASE_TRANSLATE_H
#define CORE_BASE_TRANSLATE_H

#include <stdbool.h>

/* The language in force from now on: "zh", "zh_CN", ...; English when there is no
 * translation into it, or `language` is NULL. */
void translate_use(const char *language);

/* Whether there is a translation into it. English needs none. */
bool translate_has(const char *language);

/* The one that follows it when all are gone through: English, then those that there are
 * translations into. A constant. */
const char *translate_after(const char *language);

/* The text in the language in force, else itself; NULL is NULL. */
const char *translate(const char *text) __attribute__((format_arg(1)));

/* The same where one English text needs more than one translation: `context` says which
 * ("month", "column"); it must be the one that C_() or NC_() marked the text with. */
const char *translate_in(const char *context, const char *text)
    __attribute__((format_arg(2)));

/* The form for `count` things; `count` still has to be printed. */
const char *translate_plural(const char *one, const char *many, unsigned long count)
    __attribute__((format_arg(1), format_arg(2)));

#define _(text) translate(text)
#define C_(context, text) translate_in(context, text)
#define P_(one, many, count) translate_plural(one, many, count)
/* In tables, where no function may be called. */
#define N_(text) text
#define NC_(context, text) text

/* A catalogue: a file as msgfmt --endianness=little writes it. The list, which the
 * build makes (po/embed.sh), ends with one without a language. */
struct catalogue {
    const char *language; /* "zh_CN" */
    const char *primary;  /* "zh": what a person would say */
    const unsigned char *bytes;
};

extern const struct catalogue catalogues[];

/* Which of the forms of a plural `count` takes, by an expression in C of `n` as in the
 * head of a .po file (translate_plural.c); 0 when it is none. */
unsigned long plural_form(const char *expression, unsigned long count);

#endif
