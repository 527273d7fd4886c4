#include "tui/style.h"

static const char letters[] = {
#define X(name, letter) letter,
    STYLES(X)
#undef X
};

char style_letter(enum style style)
{
    return (unsigned)style < STYLE_COUNT ? letters[style] : '?';
}
