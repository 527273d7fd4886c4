/*
 * The yardstick of YAML: reads a file with libyaml and throws every event away. What a
 * loader needs beyond this is its own.
 */
#include "tests/bench.h"

#include <stdio.h>
#include <yaml.h>

int bench_events(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    yaml_parser_t parser;
    yaml_event_t event;
    size_t count = 0;
    int is_end = 0;

    if (!file || !yaml_parser_initialize(&parser)) {
        fputs("usage: bench events FILE\n", stderr);
        return 2;
    }
    yaml_parser_set_input_file(&parser, file);
    while (!is_end && yaml_parser_parse(&parser, &event)) {
        is_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    fclose(file);
    printf("%zu events\n", count);
    return is_end ? 0 : 1;
}
