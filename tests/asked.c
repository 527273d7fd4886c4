#include "tests/asked.h"

#include "tests/round_trip.h"

void asked_open(struct asked *asked, const char *text)
{
    struct query query;

    *asked = (struct asked){.frame = NULL};
    load_and_back(&asked->loaded, text);
    query = query_new(&asked->loaded.dataset);
    asked->frame = frame_new(&asked->loaded.dataset, &query, &asked->arena);
}

void asked_close(struct asked *asked)
{
    arena_clear(&asked->arena);
    loaded_close(&asked->loaded);
}

const struct member *asked_member(const struct asked *asked, const char *code)
{
    const struct dataset *dataset = &asked->loaded.dataset;

    return loaded_member(dataset, dataset->dimension[0].id, code);
}

double asked_total(const struct asked *asked)
{
    return frame_exports(asked->frame, &asked->frame->total).number;
}
