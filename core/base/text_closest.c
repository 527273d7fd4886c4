/*
 * Which word somebody meant.
 */
#include "core/base/characters.h"
#include "core/base/text.h"

#include <limits.h>
#include <string.h>

/* Longer words are no slips of the finger. */
#define WORD_MAX 64

/* Splits a word into lower-case code points; 0 when it is empty or too long. */
static size_t letters(const char *word, uint32_t out[WORD_MAX])
{
    size_t length = strlen(word);
    size_t count = 0;

    while (length > 0) {
        uint32_t codepoint;
        size_t used = character_read(word, length, &codepoint);

        if (!used) {
            codepoint = TEXT_MARK;
            used = 1;
        }
        if (count == WORD_MAX)
            return 0;
        out[count++] = character_lower(codepoint);
        word += used;
        length -= used;
    }
    return count;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* Insertions, deletions, replacements and swaps of neighbours that turn a into
 * b (optimal string alignment); three rows of the table are enough. */
static size_t edits(const uint32_t *a, size_t a_count, const uint32_t *b,
                    size_t b_count)
{
    size_t rows[3][WORD_MAX + 1];

    for (size_t j = 0; j <= b_count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_count; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *second = rows[(i + 1) % 3];

        row[0] = i;
        for (size_t j = 1; j <= b_count; j++) {
            row[j] = least(above[j] + 1, row[j - 1] + 1,
                           above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                second[j - 2] + 1 < row[j])
                row[j] = second[j - 2] + 1;
        }
    }
    return rows[a_count % 3][b_count];
}

const char *text_closest(const char *word, const char *const *candidates, size_t count)
{
    uint32_t wanted[WORD_MAX];
    uint32_t candidate[WORD_MAX];
    size_t wanted_count = letters(word, wanted);
    size_t allowed = wanted_count / 3 < 3 ? wanted_count / 3 : 3;
    const char *closest = NULL;

    for (size_t i = 0; wanted_count && i < count; i++) {
        size_t candidate_count = letters(candidates[i], candidate);

        if (!candidate_count)
            continue;

        size_t distance = edits(wanted, wanted_count, candidate, candidate_count);
        if (distance > allowed || (closest && distance == allowed))
            continue;
        closest = candidates[i];
        allowed = distance;
    }
    return closest;
}
