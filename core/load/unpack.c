#include "core/load/unpack.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/archive_calls.h"
#include "core/load/gunzip.h"
#include "core/load/unpack_check.h"

#include <errno.h>
#include <string.h>

#define MEBIBYTE ((size_t)1024 * 1024)

enum { WINDOW = 64 * 1024, MEMBERS_MAX = 10000 };

struct unpack {
    struct bytes *packed;
    struct archive_calls call;
    struct archive *archive;
    size_t limit;
    size_t taken; /* of all files together */
    size_t members;
    bool has_failed;
    bool has_ended;             /* all of `packed` was given, and more was asked for */
    struct unpack_check *check; /* of a gzip file; NULL: there is none */
    struct gunzip *cut;         /* of one that ends too early; NULL */
    bool is_given;              /* its text was */
    struct bytes file;          /* that was given out last */
    char window[WINDOW];
};

bool unpack_recognises(const char *head, size_t size)
{
    static const struct {
        const char *magic;
        size_t length;
        size_t at;
    } kinds[] = {
        {"\x1f\x8b", 2, 0},
        {"BZh", 3, 0},
        {"\xfd"
         "7zXZ",
         5, 0},
        {"\x28\xb5\x2f\xfd", 4, 0},
        {"PK\x03\x04", 4, 0},
        {"ustar", 5, 257},
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (size >= kinds[i].at + kinds[i].length &&
            memcmp(head + kinds[i].at, kinds[i].magic, kinds[i].length) == 0)
            return true;
    return false;
}

bool unpack_is_archive(const char *head, size_t size)
{
    static const char *const firsts[] = {"[Content_Types].xml", "mimetype"};
    enum { NAME_AT = 30 }; /* of the first file of a zip */

    for (size_t i = 0; i < sizeof(firsts) / sizeof(firsts[0]); i++)
        if (size >= NAME_AT + strlen(firsts[i]) && head[0] == 'P' &&
            memcmp(head + NAME_AT, firsts[i], strlen(firsts[i])) == 0)
            return false;
    return unpack_recognises(head, size);
}

size_t unpack_taken(const struct unpack *unpack)
{
    return unpack->taken;
}

static bool fail(struct unpack *unpack, const char *name, const char *why)
{
    unpack->has_failed = true;
    return diag_error(unpack->packed->diags, (struct source_pos){.file = name},
                      "cannot unpack: %s", why);
}

/* What libarchive says of it is for programmers, and differs by release. That nothing
 * more was wanted is no failure. */
static bool fail_archive(struct unpack *unpack, const char *name)
{
    if (unpack->packed->has_failed || bytes_were_stopped(unpack->packed))
        return false;
    return fail(unpack, name, _("it is damaged or cut short"));
}

/* A file that is one text, which gunzip can give more of than libarchive does. */
static bool is_gzip_alone(const struct unpack *unpack)
{
    int format = unpack->check ? unpack->call.format(unpack->archive) : 0;

    return unpack->check && !unpack->packed->layer &&
           (!format || format == ARCHIVE_FORMAT_RAW);
}

/* A download that broke off: what came out of it is right, and is kept as if somebody
 * had stopped there. Damage in the middle is not to be trusted: nothing says where it
 * begins. */
static bool is_cut(struct unpack *unpack)
{
    struct load_progress *progress = unpack->packed->progress;

    if (!progress || !unpack->has_ended)
        return false;
    progress->is_cut_gzip = progress->is_cut_gzip || is_gzip_alone(unpack);
    if (!unpack->taken)
        return false;
    progress->is_at_cut = true;
    return true;
}

static la_ssize_t give_packed(struct archive *archive, void *state, const void **window)
{
    struct unpack *unpack = (struct unpack *)state;
    size_t size = bytes_read(unpack->packed, unpack->window, WINDOW);

    *window = unpack->window;
    unpack->has_ended = !size && !unpack->packed->has_failed;
    if (unpack->check)
        unpack_check_packed(unpack->check, unpack->window, size);
    if (!unpack->packed->has_failed && (size || !bytes_were_stopped(unpack->packed)))
        return (la_ssize_t)size;
    unpack->call.set_error(archive, EIO, _("it cannot be read"));
    return -1;
}

/* What a file may be packed with; only these are looked for. */
static void support(struct unpack *unpack)
{
    const struct archive_calls *call = &unpack->call;

    call->read_support_filter_gzip(unpack->archive);
    call->read_support_filter_bzip2(unpack->archive);
    call->read_support_filter_xz(unpack->archive);
    call->read_support_filter_zstd(unpack->archive);
    call->read_support_format_zip_streamable(unpack->archive);
    call->read_support_format_tar(unpack->archive);
    call->read_support_format_raw(unpack->archive);
}

static bool load_calls(struct unpack *unpack)
{
    const char *absent = archive_calls_load(&unpack->call);

    if (!absent)
        return true;
    return fail(unpack, unpack->packed->name,
                arena_printf(unpack->packed->diags->arena,
                             _("'%s' of %s cannot be loaded; is it installed?"), absent,
                             "libarchive"));
}

static bool is_gzip(struct bytes *packed)
{
    const char *head;
    size_t size = bytes_peek(packed, &head);

    return size >= 2 && memcmp(head, "\x1f\x8b", 2) == 0;
}

/* Of a file that begins so. */
static struct unpack_check *check_of(struct bytes *packed, struct arena *arena)
{
    struct unpack_check *check;

    if (!is_gzip(packed))
        return NULL;
    check = ARENA_NEW(arena, struct unpack_check);
    unpack_check_begin(check);
    return check;
}

struct unpack *unpack_open(struct bytes *packed, size_t limit, struct arena *arena)
{
    struct unpack *unpack = ARENA_NEW(arena, struct unpack);

    *unpack = (struct unpack){.packed = packed, .limit = limit};
    if (!load_calls(unpack))
        return NULL;
    unpack->archive = unpack->call.read_new();
    if (!unpack->archive)
        arena_fail(arena, WINDOW);
    support(unpack);
    unpack->check = check_of(packed, arena);
    if (unpack->call.read_open(unpack->archive, unpack, NULL, give_packed, NULL) ==
        ARCHIVE_OK)
        return unpack;
    is_cut(unpack);
    fail_archive(unpack, packed->name);
    unpack_close(unpack);
    return NULL;
}

struct unpack *unpack_open_cut(struct bytes *packed, size_t limit, struct arena *arena)
{
    struct unpack *unpack = ARENA_NEW(arena, struct unpack);

    *unpack = (struct unpack){.packed = packed, .limit = limit};
    if (is_gzip(packed))
        unpack->cut = gunzip_open(packed, arena);
    return unpack->cut ? unpack : NULL;
}

void unpack_close(struct unpack *unpack)
{
    if (unpack)
        gunzip_close(unpack->cut);
    if (unpack && unpack->archive)
        unpack->call.read_free(unpack->archive);
    if (unpack)
        unpack->archive = NULL, unpack->cut = NULL;
}

/* What came out of a gzip file alone; the text of an archive is not all of it. */
static bool is_right(struct unpack *unpack, const void *out, size_t size)
{
    if (!unpack->check || unpack->call.format(unpack->archive) != ARCHIVE_FORMAT_RAW)
        return true; /* of one that is cut there is no sum either */
    unpack_check_text(unpack->check, out, size);
    return size || !unpack->has_ended || bytes_were_stopped(unpack->packed) ||
           !unpack_check_differs(unpack->check);
}

/* Its end is that of a download that broke off. */
static la_ssize_t read_cut(struct unpack *unpack, void *out, size_t room)
{
    struct load_progress *progress = unpack->packed->progress;
    size_t size = gunzip_read(unpack->cut, out, room);

    if (!size && progress)
        progress->is_at_cut = true;
    return (la_ssize_t)size;
}

/* What is asked for beyond the limit is not unpacked. */
static size_t read_member(void *state, void *out, size_t room)
{
    struct unpack *unpack = (struct unpack *)state;
    size_t left = unpack->limit - unpack->taken;
    bool is_large = unpack->limit >= MEBIBYTE;
    la_ssize_t size;

    room = left < room ? left + 1 : room;
    size = unpack->cut ? read_cut(unpack, out, room)
                       : unpack->call.read_data(unpack->archive, out, room);
    if (size < 0 && (bytes_were_stopped(unpack->packed) || is_cut(unpack)))
        return 0;
    if (size < 0) {
        fail_archive(unpack, unpack->file.name);
        return BYTES_FAILED;
    }
    if (!is_right(unpack, out, (size_t)size)) {
        fail(unpack, unpack->file.name,
             _("it is damaged: its check sum is that of another text"));
        return BYTES_FAILED;
    }
    if ((size_t)size <= left) {
        unpack->taken += (size_t)size;
        return (size_t)size;
    }
    fail(unpack, unpack->file.name,
         arena_printf(unpack->packed->diags->arena,
                      is_large ? _("more than %zu MiB come out of it")
                               : _("more than %zu bytes come out of it"),
                      is_large ? unpack->limit / MEBIBYTE : unpack->limit));
    return BYTES_FAILED;
}

/* What systems put into archives beside the files of a person. */
static bool is_clutter(const char *name)
{
    const char *file = text_file_name(name);

    return !*file || *file == '.' || strncmp(name, "__MACOSX/", 9) == 0;
}

/* Messages name it, and outlive a dataset that has mistakes. */
static const char *name_of(struct unpack *unpack, struct archive_entry *entry)
{
    struct arena *arena = unpack->packed->diags->arena;
    const char *name = unpack->call.entry_pathname(entry);

    /* Of something that is no archive. */
    if (unpack->call.format(unpack->archive) == ARCHIVE_FORMAT_RAW)
        return unpack->packed->name;
    if (!name)
        name = "";
    return arena_printf(arena, "%s/%s", unpack->packed->name,
                        text_clean(arena, name, strlen(name)));
}

static bool is_wanted(struct unpack *unpack, struct archive_entry *entry)
{
    if (unpack->call.format(unpack->archive) == ARCHIVE_FORMAT_RAW)
        return true;
    return unpack->call.entry_filetype(entry) == AE_IFREG &&
           unpack->call.entry_pathname(entry) &&
           !is_clutter(unpack->call.entry_pathname(entry));
}

static bool check_entry(struct unpack *unpack, struct archive_entry *entry)
{
    const char *name = unpack->call.entry_pathname(entry);

    if (bytes_were_stopped(unpack->packed))
        return false;
    /* It only looked as if it were packed. */
    if (unpack->call.format(unpack->archive) == ARCHIVE_FORMAT_RAW &&
        unpack->call.filter_code(unpack->archive, 0) == ARCHIVE_FILTER_NONE)
        return fail(unpack, unpack->packed->name, _("it is damaged or cut short"));
    if (++unpack->members > MEMBERS_MAX)
        return fail(unpack, unpack->packed->name, _("more than 10000 files are in it"));
    if (unpack->call.entry_is_encrypted(entry))
        return fail(unpack, name_of(unpack, entry), _("it is encrypted"));
    /* Of Excel's and of OpenDocument's. */
    if (name &&
        (strcmp(name, "[Content_Types].xml") == 0 || strcmp(name, "content.xml") == 0))
        return fail(
            unpack, unpack->packed->name,
            _("it is a workbook of a spreadsheet program; save its sheet as CSV"));
    return true;
}

bool unpack_has_failed(const struct unpack *unpack)
{
    return unpack->has_failed;
}

static struct bytes *give(struct unpack *unpack, const char *name)
{
    static const struct bytes_layer layer = {read_member};

    bytes_open_layer(&unpack->file, name, &layer, unpack, unpack->packed->limit,
                     unpack->packed->diags);
    unpack->file.progress = unpack->packed->progress;
    unpack->file.is_uncounted = true;
    return &unpack->file;
}

static struct bytes *next_cut(struct unpack *unpack)
{
    struct bytes *bytes;
    const char *head;
    size_t size;

    if (unpack->is_given)
        return NULL;
    unpack->is_given = true;
    bytes = give(unpack, unpack->packed->name);
    size = bytes_peek(bytes, &head);
    if (!unpack_recognises(head, size))
        return bytes;
    fail(unpack, unpack->packed->name, _("it is damaged or cut short"));
    return NULL;
}

struct bytes *unpack_next(struct unpack *unpack)
{
    struct archive_entry *entry;
    int result;

    if (unpack->cut)
        return next_cut(unpack);
    while ((result = unpack->call.read_next_header(unpack->archive, &entry)) ==
               ARCHIVE_OK ||
           result == ARCHIVE_WARN) {
        if (!check_entry(unpack, entry))
            return NULL;
        if (is_wanted(unpack, entry))
            return give(unpack, name_of(unpack, entry));
    }
    if (result == ARCHIVE_EOF)
        return NULL;
    if (is_cut(unpack))
        progress_cut(unpack->packed->progress);
    else
        fail_archive(unpack, unpack->packed->name);
    return NULL;
}
