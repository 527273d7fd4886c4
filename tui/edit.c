#include "tui/edit.h"

#include "core/base/text.h"
#include "tui/input.h"

#include <string.h>

static bool add_character(char *text, size_t size, int key)
{
    char bytes[4];
    size_t length = strlen(text);
    size_t added = text_encode((uint32_t)key, bytes);

    if (length + added >= size)
        return false;
    memcpy(text + length, bytes, added);
    text[length + added] = '\0';
    return true;
}

/* Where the last character begins. */
static size_t last_start(const char *text, size_t length)
{
    do
        length--;
    while (length && ((unsigned char)text[length] & 0xC0) == 0x80);
    return length;
}

static bool erase_character(char *text)
{
    size_t length = strlen(text);

    if (!length)
        return false;
    text[last_start(text, length)] = '\0';
    return true;
}

static bool erase_word(char *text)
{
    size_t length = strlen(text);

    if (!length)
        return false;
    while (length && text[length - 1] == ' ')
        length--;
    while (length && text[length - 1] != ' ')
        length--;
    text[length] = '\0';
    return true;
}

bool edit_key(char *text, size_t size, int key)
{
    if (key == INPUT_BACKSPACE)
        return erase_character(text);
    if (key == INPUT_CTRL('W'))
        return erase_word(text);
    if (key == INPUT_CTRL('U')) {
        text[0] = '\0';
        return true;
    }
    return key >= ' ' && key < INPUT_FIRST && add_character(text, size, key);
}
