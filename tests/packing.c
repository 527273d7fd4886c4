#include "tests/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <string.h>

static void add(struct archive *archive, const struct packing_file *file)
{
    struct archive_entry *entry = archive_entry_new();

    archive_entry_set_pathname(entry, file->name);
    archive_entry_set_size(entry, (la_int64_t)file->size);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    cr_assert_eq(archive_write_header(archive, entry), ARCHIVE_OK);
    archive_write_data(archive, file->bytes, file->size);
    archive_entry_free(entry);
}

size_t pack_files(const char *format, const char *filter,
                  const struct packing_file *files, size_t count, char *bytes,
                  size_t room)
{
    struct archive *archive = archive_write_new();
    size_t size = 0;

    cr_assert_eq(archive_write_set_format_by_name(archive, format), ARCHIVE_OK);
    if (filter)
        cr_assert_eq(archive_write_add_filter_by_name(archive, filter), ARCHIVE_OK);
    archive_write_set_bytes_in_last_block(archive, 1);
    cr_assert_eq(archive_write_open_memory(archive, bytes, room, &size), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++)
        add(archive, &files[i]);
    cr_assert_eq(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
    return size;
}

size_t pack_texts(const char *format, const char *filter, const char *const *texts,
                  char *bytes, size_t room)
{
    enum { FILES_MAX = 16 };
    struct packing_file files[FILES_MAX];
    size_t count = 0;

    for (; texts[2 * count]; count++) {
        const char *text = texts[2 * count + 1];
        cr_assert_lt(count, (size_t)FILES_MAX);
        files[count] = (struct packing_file){texts[2 * count], text, strlen(text)};
    }
    return pack_files(format, filter, files, count, bytes, room);
}
