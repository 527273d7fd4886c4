#include "tui/decode.h"

#include "core/base/text.h"
#include "tui/input.h"

#include <stdlib.h>
#include <string.h>

#define ESC 0x1b

/* What a reader says about the bytes at the front besides a key. */
enum { KEY_DROPPED = -2 };

/* The last byte of ESC [ ... and ESC O ... */
static const struct decode_sequence letters[] = {
    {"A", INPUT_UP},     {"B", INPUT_DOWN},   {"C", INPUT_RIGHT},   {"D", INPUT_LEFT},
    {"H", INPUT_HOME},   {"F", INPUT_END},    {"P", INPUT_F1},      {"Q", INPUT_F1 + 1},
    {"R", INPUT_F1 + 2}, {"S", INPUT_F1 + 3}, {"Z", INPUT_BACKTAB},
};

/* The number of ESC [ number ~ */
static const struct {
    int number;
    int key;
} numbers[] = {
    {1, INPUT_HOME},    {2, INPUT_INSERT},    {3, INPUT_DELETE},   {4, INPUT_END},
    {5, INPUT_PAGE_UP}, {6, INPUT_PAGE_DOWN}, {7, INPUT_HOME},     {8, INPUT_END},
    {11, INPUT_F1},     {12, INPUT_F1 + 1},   {13, INPUT_F1 + 2},  {14, INPUT_F1 + 3},
    {15, INPUT_F1 + 4}, {17, INPUT_F1 + 5},   {18, INPUT_F1 + 6},  {19, INPUT_F1 + 7},
    {20, INPUT_F1 + 8}, {21, INPUT_F1 + 9},   {23, INPUT_F1 + 10}, {24, INPUT_F1 + 11},
};

/* The number pad in application mode: ESC O and one of these. */
static const char pad_sent[] = "jklmnopqrstuvwxyMX";
static const char pad_meant[] = "*+,-./0123456789\r=";

static int letter_key(unsigned char letter)
{
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
        if (letters[i].bytes[0] == letter)
            return letters[i].key;
    return KEY_DROPPED;
}

static int number_key(int number)
{
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        if (numbers[i].number == number)
            return numbers[i].key;
    return KEY_DROPPED;
}

/* Each reader below looks at the bytes from the front, sets *used and returns a key,
 * KEY_DROPPED or DECODE_MORE. */

enum { BUTTON_LEFT = 0, WHEEL_UP = 64, WHEEL_DOWN = 65, MODIFIERS = 4 | 8 | 16 };

/* A press of the left button and the wheel, with or without modifiers; what else mice
 * report (motion, other buttons, letting go) is nothing. */
static int mouse_key(struct mouse *mouse, int button, int col, int row)
{
    const int pure = button & ~MODIFIERS;

    if ((pure != BUTTON_LEFT && pure != WHEEL_UP && pure != WHEEL_DOWN) || row < 1 ||
        col < 1)
        return KEY_DROPPED;
    *mouse = (struct mouse){pure == BUTTON_LEFT ? MOUSE_CLICK
                            : pure == WHEEL_UP  ? MOUSE_WHEEL_UP
                                                : MOUSE_WHEEL_DOWN,
                            row - 1, col - 1};
    return INPUT_MOUSE;
}

/* A number with at most so many digits that it cannot overflow. */
static int take_number(const unsigned char *bytes, size_t count, size_t *used)
{
    int number = 0;
    const size_t first = *used;

    while (*used < count && *used < first + 6 && bytes[*used] >= '0' &&
           bytes[*used] <= '9')
        number = number * 10 + (bytes[(*used)++] - '0');
    *used += *used < count && bytes[*used] == ';';
    return number;
}

/* ESC [ < button ; column ; row M, with `m` for letting go; and the older ESC [ M and
 * three bytes. `bytes` is a whole sequence. */
static int read_mouse(struct mouse *mouse, const unsigned char *bytes, size_t count)
{
    size_t used = 3;

    if (bytes[2] == 'M')
        return mouse_key(mouse, bytes[3] - 32, bytes[4] - 32, bytes[5] - 32);
    if (bytes[count - 1] != 'M')
        return KEY_DROPPED;

    const int button = take_number(bytes, count, &used);
    const int col = take_number(bytes, count, &used);

    return mouse_key(mouse, button, col, take_number(bytes, count, &used));
}

/* ESC [ parameters letter; modifiers are not told apart. */
static int read_csi(const unsigned char *bytes, size_t count, size_t *used)
{
    size_t end = 2;

    while (end < count && bytes[end] >= 0x20 && bytes[end] < 0x40)
        end++;
    if (end == count)
        return DECODE_MORE;
    if (bytes[end] < 0x20 || bytes[end] > 0x7e) {
        *used = end;
        return KEY_DROPPED;
    }
    *used = end + 1;

    /* The Linux console's F1 to F5 and an old mouse report are longer than they look.
     */
    const bool is_console = end == 2 && bytes[end] == '[';
    const bool is_mouse = end == 2 && bytes[end] == 'M';
    const size_t whole = end + (is_mouse ? 4 : is_console ? 2 : 1);

    if (count < whole)
        return DECODE_MORE;
    *used = whole;
    if (is_console && bytes[3] >= 'A' && bytes[3] <= 'E')
        return INPUT_F1 + bytes[3] - 'A';
    if (is_console || is_mouse)
        return KEY_DROPPED;
    if (bytes[end] == '~')
        return number_key(atoi((const char *)bytes + 2));
    if (end > 2 && bytes[2] != '1')
        return KEY_DROPPED;
    return letter_key(bytes[end]);
}

static int read_ss3(const unsigned char *bytes, size_t count, size_t *used)
{
    if (count < 3)
        return DECODE_MORE;
    *used = 3;

    const char *pad = bytes[2] ? strchr(pad_sent, bytes[2]) : NULL;

    if (pad)
        return pad_meant[pad - pad_sent];
    return letter_key(bytes[2]);
}

/* A sequence of the terminal's own description; DECODE_MORE also when the bytes are
 * the beginning of one. */
static int read_described(const struct decoder *decoder, size_t *used)
{
    int found = KEY_DROPPED;

    *used = 0;
    for (size_t i = 0; i < decoder->sequence_count; i++) {
        const struct decode_sequence *sequence = &decoder->sequences[i];
        const size_t length = strlen(sequence->bytes);
        const bool is_whole = decoder->count >= length;

        if (length <= *used || memcmp(decoder->bytes, sequence->bytes,
                                      is_whole ? length : decoder->count) != 0)
            continue;
        if (is_whole) {
            *used = length;
            found = sequence->key;
        } else if (*used == 0) {
            found = DECODE_MORE;
        }
    }
    return found;
}

static int read_escape(const unsigned char *bytes, size_t count, size_t *used)
{
    *used = 1;
    if (count == 1)
        return DECODE_MORE;
    if (bytes[1] == '[')
        return read_csi(bytes, count, used);
    if (bytes[1] == 'O')
        return read_ss3(bytes, count, used);
    return INPUT_ESCAPE;
}

static size_t utf8_length(unsigned char lead)
{
    return lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
}

static int read_character(const unsigned char *bytes, size_t count, size_t *used)
{
    const size_t length = utf8_length(bytes[0]);
    struct glyph glyph;

    *used = 1;
    if (bytes[0] == '\r' || bytes[0] == '\n')
        return INPUT_ENTER;
    if (bytes[0] == 8 || bytes[0] == 127)
        return INPUT_BACKSPACE;
    if (bytes[0] < 0x80)
        return bytes[0] ? bytes[0] : KEY_DROPPED;
    for (size_t i = 1; i < length && i < count; i++)
        if ((bytes[i] & 0xc0) != 0x80)
            return KEY_DROPPED;
    if (count < length)
        return DECODE_MORE;
    text_next((const char *)bytes, length, &glyph);
    *used = glyph.was_unsafe ? 1 : length;
    return glyph.was_unsafe ? KEY_DROPPED : (int)glyph.codepoint;
}

static void drop(struct decoder *decoder, size_t count)
{
    decoder->count -= count;
    memmove(decoder->bytes, decoder->bytes + count, decoder->count);
}

/* Of a whole sequence that is no key. */
static bool is_mouse_report(const unsigned char *bytes, size_t count)
{
    return count >= 6 && bytes[0] == ESC && bytes[1] == '[' &&
           (bytes[2] == '<' || bytes[2] == 'M');
}

int decode_key(struct decoder *decoder, bool is_over)
{
    const unsigned char *bytes = decoder->bytes;

    while (decoder->count > 0) {
        size_t used;
        int key = read_described(decoder, &used);

        if (key == KEY_DROPPED || (key == DECODE_MORE && is_over))
            key = bytes[0] == ESC ? read_escape(bytes, decoder->count, &used)
                                  : read_character(bytes, decoder->count, &used);
        if (key == DECODE_MORE && !is_over && decoder->count < DECODE_BYTES)
            return DECODE_MORE;
        if (key == DECODE_MORE) {
            key = decoder->count == 1 && bytes[0] == ESC ? INPUT_ESCAPE : KEY_DROPPED;
            used = decoder->count;
        }
        if (key == KEY_DROPPED && decoder->has_mouse && is_mouse_report(bytes, used))
            key = read_mouse(&decoder->mouse, bytes, used);
        drop(decoder, used);
        if (key != KEY_DROPPED)
            return key;
    }
    return INPUT_NONE;
}
