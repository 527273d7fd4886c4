#include "core/load/yaml_problem.h"

#include "core/base/translate.h"

#include <stdio.h>
#include <string.h>

const char *yaml_problem_words(const char *problem, const unsigned char *next)
{
    static const struct {
        const char *theirs;
        const char *ours;
    } words[] = {
        {"could not find expected ':'", N_("a ':' is missing after the key")},
        {"did not find expected key",
         N_("expected a key here: is the indentation right, is a quote missing?")},
        {"did not find expected '-' indicator",
         N_("expected '- ' here, like the other items of the list")},
        {"did not find expected ',' or ']'", N_("expected ',' or ']' here")},
        {"did not find expected ',' or '}'", N_("expected ',' or '}' here")},
        {"did not find expected node content", N_("expected a value here")},
        {"mapping values are not allowed in this context",
         N_("a ':' is not allowed here: is the indentation right, is text with ': ' in "
            "quotes?")},
        {"block sequence entries are not allowed in this context",
         N_("a '- ' is not allowed here: begin the list on a line of its own")},
        {"mapping keys are not allowed in this context",
         N_("a '? ' is not allowed here")},
        {"found character that cannot start any token",
         N_("a text cannot begin with this character: put it in quotes")},
        {"found a tab character that violates indentation",
         N_("a tab cannot indent: use spaces")},
        {"found a tab character where an indentation space is expected",
         N_("a tab cannot indent: use spaces")},
        {"found unexpected end of stream", N_("the text in quotes has no end")},
        {"found unexpected document indicator", N_("the text in quotes has no end")},
        {"found unknown escape character",
         N_("this '\\' escape is not known: in single quotes a '\\' is just itself")},
        {"did not find expected hexdecimal number",
         N_("a hexadecimal digit is missing in this escape")},
        {"found invalid Unicode character escape code",
         N_("this escape is not a Unicode character")},
        {"did not find expected <document start>",
         N_("expected the end of the file, or '---' before a document")},
        {"found incompatible YAML document", N_("the %YAML version is not 1.1 or 1.2")},
        /* xgettext:no-c-format */
        {"found unknown directive name", N_("this '%' directive is not known")},
        {"did not find expected comment or line break",
         N_("expected the end of the line or a comment here")},
    };

    if (next && *next == '\t' &&
        strcmp(problem, "found character that cannot start any token") == 0)
        return _("a tab cannot indent: use spaces");
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i].theirs, problem) == 0)
            return _(words[i].ours);
    return problem;
}

/* The bytes of the line break that the text begins with, 0 for none. */
static size_t break_length(const unsigned char *text, size_t length)
{
    if (text[0] == '\r')
        return length > 1 && text[1] == '\n' ? 2 : 1;
    if (text[0] == '\n')
        return 1;
    if (length >= 2 && memcmp(text, "\xC2\x85", 2) == 0)
        return 2;
    if (length >= 3 &&
        (memcmp(text, "\xE2\x80\xA8", 3) == 0 || memcmp(text, "\xE2\x80\xA9", 3) == 0))
        return 3;
    return 0;
}

void yaml_problem_walk(struct source_pos *at, const unsigned char *text, size_t length)
{
    while (length > 0) {
        size_t step = break_length(text, length);

        if (step > 0) {
            at->line++;
            at->column = 1;
        } else {
            step = 1;
            at->column += (*text & 0xC0) != 0x80;
        }
        text += step;
        length -= step;
    }
}

static const char *control_name(int value)
{
    static const char names[][4] = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "TAB", "LF",
        "VT",  "FF",  "CR",  "SO",  "SI",  "DLE", "DC1", "DC2", "DC3", "DC4", "NAK",
        "SYN", "ETB", "CAN", "EM",  "SUB", "ESC", "FS",  "GS",  "RS",  "US",
    };

    return value == 0x7F ? "DEL" : names[value];
}

const char *yaml_problem_byte(char out[YAML_BYTE_WORDS_MAX], const char *problem,
                              int first_byte, int value)
{
    if (strcmp(problem, "control characters are not allowed") != 0)
        snprintf(out, YAML_BYTE_WORDS_MAX, _("byte %02x is not UTF-8"),
                 first_byte & 0xFF);
    else if ((value >= 0 && value < 0x20) || value == 0x7F)
        snprintf(out, YAML_BYTE_WORDS_MAX, _("byte %02x (%s) is not allowed"),
                 value & 0xFF, control_name(value));
    else
        snprintf(out, YAML_BYTE_WORDS_MAX, _("character U+%04X is not allowed"),
                 (unsigned)value);
    return out;
}
