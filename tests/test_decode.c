#include "tui/decode.h"
#include "tui/input.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct decode_case {
    char bytes[40];
    int keys[8]; /* the end is INPUT_NONE */
};

ParameterizedTestParameters(decode, sequences)
{
    static struct decode_case cases[] = {
        {"qQ1 ", {'q', 'Q', '1', ' '}},
        {"\r\n\t", {INPUT_ENTER, INPUT_ENTER, INPUT_TAB}},
        {"\b\x7f", {INPUT_BACKSPACE, INPUT_BACKSPACE}},
        {"\x0c\x02", {INPUT_CTRL('L'), INPUT_CTRL('B')}},
        {"\x1b[A\x1b[B\x1b[C\x1b[D", {INPUT_UP, INPUT_DOWN, INPUT_RIGHT, INPUT_LEFT}},
        {"\x1bOA\x1bOB\x1bOC\x1bOD", {INPUT_UP, INPUT_DOWN, INPUT_RIGHT, INPUT_LEFT}},
        {"\x1b[H\x1b[F\x1bOH\x1bOF", {INPUT_HOME, INPUT_END, INPUT_HOME, INPUT_END}},
        {"\x1b[1~\x1b[4~\x1b[7~\x1b[8~",
         {INPUT_HOME, INPUT_END, INPUT_HOME, INPUT_END}},
        {"\x1b[5~\x1b[6~\x1b[2~\x1b[3~",
         {INPUT_PAGE_UP, INPUT_PAGE_DOWN, INPUT_INSERT, INPUT_DELETE}},
        {"\x1b[Z", {INPUT_BACKTAB}},
        {"\x1bOP\x1bOQ\x1b[11~\x1b[12~",
         {INPUT_F1, INPUT_F1 + 1, INPUT_F1, INPUT_F1 + 1}},
        {"\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~",
         {INPUT_F1 + 4, INPUT_F1 + 5, INPUT_F1 + 9, INPUT_F1 + 10, INPUT_F12}},
        {"\x1b[[A\x1b[[Ex", {INPUT_F1, INPUT_F1 + 4, 'x'}},
        {"\x1b[1;5A\x1b[5;2~\x1b[1;2P", {INPUT_UP, INPUT_PAGE_UP, INPUT_F1}},
        {"\x1bOMx\x1bOq", {INPUT_ENTER, 'x', '1'}},
        /* Nobody knows these: none of their letters may act as a key. */
        {"\x1b[200~q\x1b[201~", {'q'}},
        {"\x1b[<0;10;20Mq\x1b[<0;10;20m", {'q'}},
        {"\x1b[M !!q", {'q'}},
        {"\x1b[?1;2cq\x1b[24;80Rq", {'q', 'q'}},
        {"\x1b[I\x1b[Oq\x1bOXq", {'q', '=', 'q'}},
        {"\x1b", {INPUT_ESCAPE}},
        {"\x1b\x1b[A", {INPUT_ESCAPE, INPUT_UP}},
        {"\x1bq", {INPUT_ESCAPE, 'q'}},
        {"\x1b[", {INPUT_NONE}},
        {"\x1b[1\rq", {INPUT_ENTER, 'q'}},
        {"é中x", {0xe9, 0x4e2d, 'x'}},
        {"\xff\xc3q\x80q\xe4\xb8", {'q', 'q'}},
        {"\xc2\x9bq\xe2\x80\xaeq", {'q', 'q'}},
    };

    return cr_make_param_array(struct decode_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

static int next(struct decoder *decoder, const char **rest, size_t at_once)
{
    for (;;) {
        int key = decode_key(decoder, **rest == '\0');

        if ((key != INPUT_NONE && key != DECODE_MORE) || **rest == '\0')
            return key;
        for (size_t i = 0; i < at_once && **rest; i++)
            decoder->bytes[decoder->count++] = (unsigned char)*(*rest)++;
    }
}

ParameterizedTest(struct decode_case *c, decode, sequences)
{
    for (size_t at_once = 1; at_once < DECODE_BYTES; at_once++) {
        struct decoder decoder = {0};
        const char *rest = c->bytes;

        for (int i = 0; i < 8; i++) {
            int key = next(&decoder, &rest, at_once);

            cr_expect_eq(key, c->keys[i], "key %d is %x, %zu bytes at once", i,
                         (unsigned)key, at_once);
            if (key == INPUT_NONE || c->keys[i] == INPUT_NONE)
                break;
        }
    }
}

Test(decode, waits_for_the_rest_of_a_sequence)
{
    struct decoder decoder = {.bytes = "\x1b[", .count = 2};

    cr_expect_eq(decode_key(&decoder, false), DECODE_MORE);
    decoder.bytes[decoder.count++] = 'A';
    cr_expect_eq(decode_key(&decoder, false), INPUT_UP);
    cr_expect_eq(decode_key(&decoder, false), INPUT_NONE);
}

Test(decode, takes_the_sequences_of_the_terminal_first)
{
    static const struct decode_sequence sequences[] = {
        {"\x1b[A", INPUT_HOME}, {"\x1b[AB", INPUT_END}, {"\x1bq", INPUT_F1}};
    struct decoder decoder = {.bytes = "\x1b[AB\x1b[Ax\x1bq\x1b[B",
                              .count = 13,
                              .sequences = sequences,
                              .sequence_count = 3};

    cr_expect_eq(decode_key(&decoder, false), INPUT_END);
    cr_expect_eq(decode_key(&decoder, false), INPUT_HOME);
    cr_expect_eq(decode_key(&decoder, false), 'x');
    cr_expect_eq(decode_key(&decoder, false), INPUT_F1);
    cr_expect_eq(decode_key(&decoder, false), INPUT_DOWN);
    cr_expect_eq(decode_key(&decoder, false), INPUT_NONE);
}

/* Any bytes in any pieces: it ends, and a full buffer never waits for more. */
Test(decode, survives_random_bytes)
{
    unsigned seed = 1;
    struct decoder decoder = {.has_mouse = true};

    for (int i = 0; i < 200000; i++) {
        static const char likely[] = "\x1b[O1;~M<?A\xe4\xb8\xad";

        seed = seed * 1103515245u + 12345u;
        decoder.bytes[decoder.count++] =
            seed & 0x10000 ? (unsigned char)(seed >> 24)
                           : (unsigned char)likely[(seed >> 20) % (sizeof(likely) - 1)];
        while (decode_key(&decoder, false) > 0)
            continue;
        cr_assert_lt(decoder.count, DECODE_BYTES);
    }
}

struct mouse_case {
    char bytes[24];
    struct mouse mouse;
    bool is_nothing;
};

Test(decode, reads_clicks_and_the_wheel_where_they_are_wanted)
{
    static const struct mouse_case cases[] = {
        {"\x1b[<0;10;20M", {MOUSE_CLICK, 19, 9}, false},
        {"\x1b[<64;1;1M", {MOUSE_WHEEL_UP, 0, 0}, false},
        {"\x1b[<65;300;200M", {MOUSE_WHEEL_DOWN, 199, 299}, false},
        {"\x1b[<16;5;6M", {MOUSE_CLICK, 5, 4}, false}, /* with Ctrl */
        {"\x1b[M !\"", {MOUSE_CLICK, 1, 0}, false},
        {"\x1b[<0;10;20m", {0}, true},
        {"\x1b[<1;10;20M", {0}, true},
        {"\x1b[<2;10;20M", {0}, true},
        {"\x1b[<32;10;20M", {0}, true},
        {"\x1b[<66;10;20M", {0}, true},
        {"\x1b[<0;0;0M", {0}, true},
        {"\x1b[<M", {0}, true},
        {"\x1b[<0;;M", {0}, true},
        {"\x1b[<999999999999999M", {0}, true},
        {"\x1b[M#!!", {0}, true},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct mouse *wanted = &cases[i].mouse;
        struct decoder decoder = {.has_mouse = true, .count = strlen(cases[i].bytes)};
        int key;

        memcpy(decoder.bytes, cases[i].bytes, decoder.count);
        key = decode_key(&decoder, true);
        cr_expect_eq(key, cases[i].is_nothing ? INPUT_NONE : INPUT_MOUSE, "%zu", i);
        cr_expect(cases[i].is_nothing || (decoder.mouse.kind == wanted->kind &&
                                          decoder.mouse.row == wanted->row &&
                                          decoder.mouse.col == wanted->col),
                  "%zu", i);
        cr_expect_eq(decoder.count, 0);
    }
}
