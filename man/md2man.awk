# Markdown to a manual page: headings, paragraphs, lists, code (fenced or indented),
# tables, `code`, **bold** and *emphasis*. Reads what our own README files use, no
# more. Variables: name, section, version, about.

BEGIN {
    print "\047\\\" t" # tables go through tbl
    printf ".TH %s %s \"\" \"entrepot %s\"\n", toupper(name), section, version
    print ".ad l"
    printf ".SH NAME\n%s \\- %s\n", escape(name), escape(about)
    in_fence = in_table = in_item = in_code = has_section = 0
    was_blank = 1
}

function escape(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return text
}

# A line that begins with a dot or a quote would be a request.
function guard(text) {
    return text ~ /^[.']/ ? "\\&" text : text
}

# `code` and **bold** become bold, *emphasis* italic, [text](link) its text.
function inline(text,    out, close_at, mark, font, part) {
    while (match(text, /\[[^]]*\]\([^)]*\)/)) {
        part = substr(text, RSTART + 1, RLENGTH - 1)
        sub(/\]\(.*/, "", part)
        text = substr(text, 1, RSTART - 1) part substr(text, RSTART + RLENGTH)
    }
    out = ""
    while (match(text, /`|\*\*|\*[^ *]/)) {
        mark = substr(text, RSTART, 1)
        if (substr(text, RSTART, 2) == "**")
            mark = "**"
        font = mark == "*" ? "\\fI" : "\\fB"
        part = substr(text, RSTART + length(mark))
        close_at = index(part, mark)
        out = out escape(substr(text, 1, RSTART - 1))
        if (close_at == 0) {
            out = out escape(mark)
            text = part
            continue
        }
        out = out font escape(substr(part, 1, close_at - 1)) "\\fR"
        text = substr(part, close_at + length(mark))
    }
    return guard(out escape(text))
}

function end_table() {
    if (in_table)
        print ".TE"
    in_table = 0
}

# The head in bold; the last column takes what room is left.
function begin_table(count,    i, head, body) {
    for (i = 1; i <= count; i++) {
        head = head (i < count ? "lb " : "lbx")
        body = body (i < count ? "l " : "lx")
    }
    printf ".PP\n.TS\n%s\n%s.\n", head, body
}

function end_item() {
    if (in_item)
        print ".RE"
    in_item = 0
}

function begin_description() {
    if (!has_section)
        print ".SH DESCRIPTION"
    has_section = 1
}

/^[ \t]*```/ {
    begin_description()
    end_table()
    print in_fence ? ".fi\n.RE\n.PP" : ".PP\n.RS 2\n.nf"
    in_fence = !in_fence
    next
}

in_fence {
    print guard(escape($0))
    next
}

# Four blanks after an empty line: code, up to the next line that has less.
/^    / && was_blank && !in_item && !in_table {
    begin_description()
    print ".PP\n.RS 2\n.nf"
    in_code = 1
}

{ was_blank = /^[ \t]*$/ }

in_code && /^    / {
    print guard(escape(substr($0, 5)))
    next
}

in_code && !/^[ \t]*$/ {
    print ".fi\n.RE"
    in_code = 0
}

in_code {
    print ""
    next
}

/^# / { next } # the title: it is in NAME

/^## / {
    end_table()
    end_item()
    has_section = 1
    printf ".SH \"%s\"\n", toupper(escape(substr($0, 4)))
    next
}

/^###+ / {
    end_table()
    end_item()
    sub(/^#+ /, "")
    gsub(/`/, "")
    printf ".SS \"%s\"\n", escape($0)
    next
}

/^\|/ {
    begin_description()
    end_item()
    if ($0 ~ /^\|[-| :]+$/)
        next
    gsub(/^\| *| *\|[ \t]*$/, "")
    gsub(/\\\|/, "\001") # \| is a bar inside a cell
    count = split($0, cell, / *\| */)
    if (!in_table)
        begin_table(count)
    in_table = 1
    for (i = 1; i <= count; i++) {
        gsub(/\001/, "|", cell[i])
        printf "T{\n%s\nT}%s", inline(cell[i]), i < count ? "\t" : "\n"
    }
    next
}

/^[ \t]*$/ {
    end_table()
    end_item()
    was_paragraph = 1
    next
}

/^[ \t]*([-*]|[0-9]+\.) / {
    begin_description()
    end_table()
    end_item()
    match($0, /^[ \t]*([-*]|[0-9]+\.) /)
    bullet = substr($0, 1, RLENGTH)
    gsub(/[ \t]/, "", bullet)
    if (bullet == "-" || bullet == "*")
        bullet = "\\(bu"
    printf ".RS 2\n.IP \"%s\" 3\n", bullet
    in_item = 1
    print inline(substr($0, RLENGTH + 1))
    next
}

{
    begin_description()
    end_table()
    if (was_paragraph)
        print ".PP"
    was_paragraph = 0
    sub(/^[ \t]+/, "")
    print inline($0)
}

END {
    if (in_code)
        print ".fi\n.RE"
    end_table()
    end_item()
}
