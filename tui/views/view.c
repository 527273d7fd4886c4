#include "tui/views/view.h"

#include <string.h>

static const struct view_ops *const views[] = {
#define X(constant, name) &view_##name,
    VIEWS(X)
#undef X
};

const struct view_ops *view_ops(enum view view)
{
    return views[view];
}

enum view view_find(const char *name)
{
    for (size_t i = 0; i < VIEW_COUNT; i++)
        if (strcmp(views[i]->name, name) == 0)
            return (enum view)i;
    return VIEW_COUNT;
}
