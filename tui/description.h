/*
 * Description: what terminfo says of a terminal.
 *
 * It is read from its file as term(5) has it, where most systems have these files. What
 * is somewhere else, or in another form, is asked of curses' own library, which is
 * loaded for that (late.h): it takes longer to be found than all that it tells us.
 */
#ifndef TUI_DESCRIPTION_H
#define TUI_DESCRIPTION_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Name of a capability that is a text, and its number in the file. */
#define CAPABILITIES(X) \
    X(cup, 10)          \
    X(csr, 3)           \
    X(vpa, 127)         \
    X(cuf, 112)         \
    X(bold, 27)         \
    X(dim, 30)          \
    X(smul, 36)         \
    X(rev, 34)          \
    X(setaf, 359)       \
    X(setab, 360)       \
    X(setf, 302)        \
    X(setb, 303)        \
    X(scp, 301)         \
    X(op, 297)          \
    X(oc, 298)          \
    X(initp, 300)       \
    X(sgr0, 39)         \
    X(rmkx, 88)         \
    X(cnorm, 16)        \
    X(civis, 13)        \
    X(smcup, 28)        \
    X(rmcup, 40)        \
    X(rmir, 42)         \
    X(smam, 151)        \
    X(smkx, 89)         \
    X(clear, 5)         \
    X(ind, 129)         \
    X(ri, 130)          \
    X(ich, 108)         \
    X(dch, 105)         \
    X(el, 6)            \
    X(ech, 37)          \
    X(cr, 2)            \
    X(cud1, 11)         \
    X(cub1, 14)         \
    X(cuu, 114)         \
    X(cud, 107)         \
    X(cub, 111)         \
    X(kcuu1, 87)        \
    X(kcud1, 61)        \
    X(kcub1, 79)        \
    X(kcuf1, 83)        \
    X(kpp, 82)          \
    X(knp, 81)          \
    X(khome, 76)        \
    X(kend, 164)        \
    X(kcbt, 148)        \
    X(kdch1, 59)        \
    X(kich1, 77)        \
    X(kent, 165)        \
    X(kf1, 66)          \
    X(kf2, 68)          \
    X(kf3, 69)          \
    X(kf4, 70)          \
    X(kf5, 71)          \
    X(kf6, 72)          \
    X(kf7, 73)          \
    X(kf8, 74)          \
    X(kf9, 75)          \
    X(kf10, 67)         \
    X(kf11, 216)        \
    X(kf12, 217)

enum capability {
#define X(name, number) CAP_##name,
    CAPABILITIES(X)
#undef X
        CAP_COUNT
};

/* The same of those that are numbers; -1: there is none. */
#define CAPABILITY_NUMBERS(X) \
    X(colors, 13)             \
    X(pairs, 14)              \
    X(xmc, 4)                 \
    X(ncv, 15)

struct description {
    struct arena arena;
    const char *text[CAP_COUNT]; /* "": it has none */
#define X(name, number) int name;
    CAPABILITY_NUMBERS(X)
#undef X
    bool xenl;
    bool has_rgb; /* colours from 8 on are red, green and blue */
};

/* The description of that type, for the terminal at `fd`; false when there is none of a
 * terminal with a screen. It lasts until description_close(). */
bool description_read(struct description *description, const char *type, int fd);
void description_close(struct description *description);

/* Its two halves: from the file, and of curses' library. */
bool description_of_file(struct description *description, const char *path,
                         const char *type);
bool description_of_library(struct description *description, const char *type, int fd);

/* Writes a capability with its two parameters; false when it is not understood, or does
 * not fit. */
bool description_expand(char *out, size_t size, const char *text, int one, int two);

#endif
