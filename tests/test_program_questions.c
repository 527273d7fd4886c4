#include "tests/questions.h"
#include "tests/vt.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The ten questions as a person asks them: the program in a terminal, keys as they are
 * typed, one after the other. */

enum { PATH_MAX_HERE = 4096 };

static int numbers[10];

ParameterizedTestParameters(program, answers_the_ten_questions)
{
    size_t count = 0;

    for (size_t i = 0; i < question_count && count < 10; i++)
        if (questions[i].is_of_ten)
            numbers[count++] = (int)i;
    return cr_make_param_array(int, numbers, count);
}

static void type(struct vt *vt, const char *keys)
{
    while (*keys) {
        const bool is_enter = strncmp(keys, "<Enter>", 7) == 0;
        const char key[2] = {is_enter ? '\r' : *keys, '\0'};

        vt_send(vt, key);
        keys += is_enter ? 7 : 1;
    }
}

/* Absolute, for what is written is written in another folder. */
static const char *full_path(char out[PATH_MAX_HERE], const char *variable,
                             const char *otherwise, const char *name)
{
    char here[PATH_MAX_HERE];
    char joined[PATH_MAX_HERE];
    const char *path = getenv(variable);

    path = path ? path : otherwise;
    cr_assert_not_null(getcwd(here, sizeof(here)));
    cr_assert_lt(snprintf(joined, sizeof(joined), "%s%s", path, name),
                 (int)sizeof(joined));
    cr_assert_not_null(realpath(joined, out), "%s in %s", joined, here);
    return out;
}

ParameterizedTest(int *number, program, answers_the_ten_questions)
{
    const struct question *question = &questions[*number];
    char program[PATH_MAX_HERE];
    char path[PATH_MAX_HERE];
    char name[256];
    char folder[] = "/tmp/entrepot-questions-XXXXXX";
    const char *argv[] = {program, path, NULL};
    struct vt *vt;

    snprintf(name, sizeof(name), "/%s", question->file);
    full_path(program, "ENTREPOT", "./entrepot", "");
    full_path(path, "top_srcdir", ".", name);
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);
    cr_assert(vt_wait_text(vt, "[1 Overview]"), "%s", vt_text(vt));
    type(vt, question->keys);
    for (size_t i = 0; i < QUESTION_ANSWERS && question->answer[i]; i++)
        cr_expect(vt_wait_text(vt, question->answer[i]), "%s: no '%s':\n%s",
                  question->asked, question->answer[i], vt_text(vt));
    vt_close(vt);
}
