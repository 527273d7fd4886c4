#include "tui/input.h"

#include "core/base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* A key may have several names: all are read, the first is written. */
static const struct {
    int key;
    const char *name;
} names[] = {
    {INPUT_TAB, "Tab"},
    {INPUT_ENTER, "Enter"},
    {INPUT_ENTER, "CR"},
    {INPUT_ENTER, "Return"},
    {INPUT_ESCAPE, "Esc"},
    {INPUT_ESCAPE, "Escape"},
    {INPUT_BACKSPACE, "Backspace"},
    {INPUT_BACKSPACE, "BS"},
    {INPUT_UP, "Up"},
    {INPUT_DOWN, "Down"},
    {INPUT_LEFT, "Left"},
    {INPUT_RIGHT, "Right"},
    {INPUT_PAGE_UP, "PgUp"},
    {INPUT_PAGE_UP, "PageUp"},
    {INPUT_PAGE_DOWN, "PgDn"},
    {INPUT_PAGE_DOWN, "PageDown"},
    {INPUT_HOME, "Home"},
    {INPUT_END, "End"},
    {INPUT_BACKTAB, "Shift-Tab"},
    {INPUT_BACKTAB, "S-Tab"},
    {INPUT_BACKTAB, "BackTab"},
    {INPUT_DELETE, "Del"},
    {INPUT_DELETE, "Delete"},
    {INPUT_INSERT, "Ins"},
    {INPUT_INSERT, "Insert"},
    {INPUT_RESIZE, "Resize"},
    {' ', "Space"},
    {'<', "lt"},
    {'>', "gt"},
};

enum { NAME_COUNT = sizeof(names) / sizeof(names[0]), FUNCTION_KEYS = 12 };

static bool is_name(const char *name, const char *text, size_t length)
{
    return strlen(name) == length && strncasecmp(name, text, length) == 0;
}

/* F1 to F12, C-x or Ctrl-x; -1 when it is neither. */
static int read_made_name(const char *text, size_t length)
{
    char name[INPUT_NAME_MAX];

    for (int i = 1; i <= FUNCTION_KEYS; i++) {
        snprintf(name, sizeof(name), "F%d", i);
        if (is_name(name, text, length))
            return INPUT_F1 + i - 1;
    }

    const size_t prefix = length > 1 ? length - 1 : 0;
    const int letter = prefix ? text[prefix] & ~('a' - 'A') : 0;

    if ((is_name("C-", text, prefix) || is_name("Ctrl-", text, prefix)) &&
        letter >= 'A' && letter <= '_')
        return INPUT_CTRL(letter);
    return -1;
}

static int read_name(const char *text, size_t length)
{
    for (size_t i = 0; i < NAME_COUNT; i++)
        if (is_name(names[i].name, text, length))
            return names[i].key;
    return read_made_name(text, length);
}

int input_read(const char **text)
{
    const char *start = *text;
    const char *end = *start == '<' ? strchr(start, '>') : NULL;
    struct glyph glyph;

    if (end) {
        *text = end + 1;
        return read_name(start + 1, (size_t)(end - start - 1));
    }

    size_t taken = text_next(start, strlen(start), &glyph);

    if (taken == 0)
        return INPUT_NONE;
    *text = start + taken;
    return glyph.was_unsafe ? -1 : (int)glyph.codepoint;
}

int input_find(const char *name)
{
    struct glyph glyph;
    const size_t length = strlen(name);

    if (length && text_next(name, length, &glyph) == length && !glyph.was_unsafe)
        return (int)glyph.codepoint;
    return read_name(name, length);
}

const char *input_name(char out[INPUT_NAME_MAX], int key)
{
    /* Only between angle brackets do these two need names. */
    const bool is_bracket = key == '<' || key == '>';
    char bytes[4];

    for (size_t i = 0; i < NAME_COUNT && !is_bracket; i++) {
        if (names[i].key == key) {
            snprintf(out, INPUT_NAME_MAX, "%s", names[i].name);
            return out;
        }
    }
    if (key >= INPUT_F1 && key <= INPUT_F12)
        snprintf(out, INPUT_NAME_MAX, "F%d", key - INPUT_F1 + 1);
    else if (key > 0 && key < ' ')
        snprintf(out, INPUT_NAME_MAX, "Ctrl-%c", key | '@');
    else if (key > ' ' && key < INPUT_FIRST)
        snprintf(out, INPUT_NAME_MAX, "%.*s", (int)text_encode((uint32_t)key, bytes),
                 bytes);
    else
        out[0] = '\0';
    return out;
}
