#include "tui/style.h"

static const char letters[] = {
#define X(constant, letter, name) letter,
    STYLES(X)
#undef X
};

static const char *const names[] = {
#define X(constant, letter, name) name,
    STYLES(X)
#undef X
};

char style_letter(enum style style)
{
    return (unsigned)style < STYLE_COUNT ? letters[style] : '?';
}

const char *style_name(enum style style)
{
    return names[style];
}
