// What Swift cannot import from ncurses' header: macros, variadic functions, globals declared by macros, and cchar_t,
// whose size depends on macros. Only the target TerminalNcurses uses it.
#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <stdint.h>
#include <wchar.h>

// From wchar.h, which declares it only under another standard.
extern int wcwidth(wchar_t);

// From sys/mman.h, which declares it only for GNU's own.
extern int memfd_create(const char *name, unsigned int flags);

// From unistd.h, which declares it only for GNU's own.
extern long syscall(long number, ...);

// From term.h, whose macros (columns, lines and some hundred more) must not get into anybody's way.
struct term;
extern int setupterm(const char *name, int descriptor, int *error);
extern struct term *set_curterm(struct term *terminal);
extern int del_curterm(struct term *terminal);

// What the terminfo database says of an entry of this name: 0 for none, 1 when it cannot move its cursor, 2 when it can.
static inline int watchfloor_terminal_entry(const char *name, int descriptor) {
    int error = 0;
    struct term *present = set_curterm(NULL);
    int found = setupterm(name, descriptor, &error) == OK;
    const char *move = found ? tigetstr("cup") : NULL;
    int moves = move != NULL && move != (const char *)-1;
    struct term *other = set_curterm(present);
    if (found && other != NULL) del_curterm(other);
    return found ? 1 + moves : 0;
}

// One cell for watchfloor_put_cells. A scalar of 0 in marks is no mark.
typedef struct {
    uint32_t base;
    uint32_t marks[2];
    uint32_t attributes;
    int32_t pair;
} watchfloor_cell;

// Puts glyphs on the standard window from a place to the right; wide ones take two columns. Never moves the cursor, wraps
// or scrolls, so the last cell of the screen is safe.
static inline int watchfloor_put_cells(int row, int column, const watchfloor_cell *cells, int count) {
    cchar_t line[256];
    while (count > 0) {
        int part = count < 256 ? count : 256;
        int columns = 0;
        for (int i = 0; i < part; i++) {
            const watchfloor_cell *cell = &cells[i];
            wchar_t text[4] = {(wchar_t)cell->base, (wchar_t)cell->marks[0], (wchar_t)cell->marks[1], 0};
            int pair = cell->pair;
            if (setcchar(&line[i], text, (attr_t)cell->attributes, 0, &pair) == ERR) return ERR;
            columns += cell->base < 0x7F ? 1 : (wcwidth((wchar_t)cell->base) == 2 ? 2 : 1);
        }
        if (mvadd_wchnstr(row, column, line, part) == ERR) return ERR;
        cells += part;
        count -= part;
        column += columns;
    }
    return OK;
}

// The column a scalar covers for the C library and so for ncurses: -1 if it knows none.
static inline int watchfloor_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static inline uint32_t watchfloor_bold(void) { return (uint32_t)A_BOLD; }
static inline uint32_t watchfloor_dim(void) { return (uint32_t)A_DIM; }
static inline uint32_t watchfloor_italic(void) { return (uint32_t)A_ITALIC; }
static inline uint32_t watchfloor_underline(void) { return (uint32_t)A_UNDERLINE; }
static inline uint32_t watchfloor_reverse(void) { return (uint32_t)A_REVERSE; }

static inline int watchfloor_colours(void) { return COLORS; }
static inline int watchfloor_pairs(void) { return COLOR_PAIRS; }
static inline int watchfloor_lines(void) { return LINES; }
static inline int watchfloor_columns(void) { return COLS; }
static inline int watchfloor_move(int row, int column) { return move(row, column); }
static inline int watchfloor_refresh(void) { return refresh(); }
static inline int watchfloor_erase(void) { return erase(); }
static inline void watchfloor_clear_next(void) { clearok(curscr, TRUE); }
static inline void watchfloor_prepare_window(void) {
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    idlok(stdscr, FALSE);
    idcok(stdscr, FALSE);
}
static inline void watchfloor_leave_cursor(int leave) { leaveok(stdscr, leave ? TRUE : FALSE); }
static inline void watchfloor_background(int pair) {
    cchar_t blank;
    wchar_t text[2] = {L' ', 0};
    if (setcchar(&blank, text, A_NORMAL, 0, &pair) != ERR) bkgrnd(&blank);
}

// The size the kernel knows for a terminal; 0 columns where it knows none.
static inline struct winsize watchfloor_window_size(int descriptor) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) size.ws_col = size.ws_row = 0;
    return size;
}

// Lets the kernel kill this process when the one that started it ends.
static inline int watchfloor_end_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

// What a keeper of a terminal has to know.
typedef struct {
    // Where it hears of the program whose terminal it is: 'h' it has the terminal, 'r' it has given it back, 'b' it lives,
    // 'q' it needs no keeper any more. The end of it without the last is the program's.
    int line;
    // The terminal as it is written to and as its settings are set.
    int output;
    int input;
    struct termios settings;
    // What gives the terminal back, and what is said then on standard error.
    const unsigned char *restore;
    size_t restore_count;
    const unsigned char *message;
    size_t message_count;
    // What is put over the picture of a program that has said nothing for so many milliseconds; none with a count of 0.
    const unsigned char *plate;
    size_t plate_count;
    int patience;
} watchfloor_keeper;

// Writes to a terminal, and waits a second for one that takes nothing; then what the system holds for it makes room.
static inline void watchfloor_write_at_last(int descriptor, const unsigned char *bytes, size_t count) {
    for (int tries = 0; count > 0 && tries < 10; tries++) {
        struct pollfd polled = {descriptor, POLLOUT, 0};
        if (poll(&polled, 1, 100) <= 0) continue;
        ssize_t part = write(descriptor, bytes, count);
        if (part < 0 && errno != EAGAIN && errno != EINTR) return;
        if (part <= 0) continue;
        bytes += part;
        count -= (size_t)part;
        tries = 0;
    }
    if (count == 0) return;
    tcflush(descriptor, TCOFLUSH);
    if (write(descriptor, bytes, count) < 0) return;
}

// Closes every descriptor but these four.
static inline void watchfloor_close_others(int one, int two, int three, int four) {
    int kept[4] = {one, two, three, four};
    for (int i = 0; i < 4; i++)
        for (int j = i + 1; j < 4; j++)
            if (kept[j] < kept[i]) {
                int other = kept[i];
                kept[i] = kept[j];
                kept[j] = other;
            }
    int from = 0;
    for (int i = 0; i < 4; i++) {
        if (kept[i] > from) syscall(SYS_close_range, from, kept[i] - 1, 0);
        if (kept[i] >= from) from = kept[i] + 1;
    }
    syscall(SYS_close_range, from, ~0U, 0);
}

// What a keeper does until the program has ended or needs none.
static inline void watchfloor_keep(const watchfloor_keeper *keeper) {
    int is_held = 1, is_covered = 0;
    for (;;) {
        struct pollfd polled = {keeper->line, POLLIN, 0};
        int is_watched = is_held && !is_covered && keeper->plate_count > 0;
        int ready = poll(&polled, 1, is_watched ? keeper->patience : -1);
        if (ready == 0) {
            watchfloor_write_at_last(keeper->output, keeper->plate, keeper->plate_count);
            is_covered = 1;
            continue;
        }
        char said[64];
        ssize_t count = ready < 0 ? -1 : read(keeper->line, said, sizeof said);
        if (count == 0) break;
        for (ssize_t i = 0; i < count; i++) {
            if (said[i] == 'q') return;
            if (said[i] == 'h') is_held = 1;
            if (said[i] == 'r') is_held = 0;
        }
        if (count > 0) is_covered = 0;
    }
    if (!is_held) return;
    watchfloor_write_at_last(keeper->output, keeper->restore, keeper->restore_count);
    tcsetattr(keeper->input, TCSANOW, &keeper->settings);
    watchfloor_write_at_last(2, keeper->message, keeper->message_count);
}

// Starts a process that gives the terminal back when this one was killed. It is nobody's child and in a session of its own, so
// that what ends this one's group leaves it, and no signal but the one that nobody can refuse ends it. It calls nothing that
// may lock or allocate: this process may have other threads. Returns 0, or the error's number.
static inline int watchfloor_start_keeper(const watchfloor_keeper *keeper) {
    pid_t between = fork();
    if (between < 0) return errno;
    if (between > 0) {
        int status = 0;
        while (waitpid(between, &status, 0) < 0 && errno == EINTR) {}
        return WIFEXITED(status) ? WEXITSTATUS(status) : EAGAIN;
    }
    pid_t last = fork();
    if (last != 0) _exit(last < 0 ? errno : 0);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    setsid();
    prctl(PR_SET_NAME, "terminal-keeper");
    watchfloor_close_others(2, keeper->line, keeper->output, keeper->input);
    watchfloor_keep(keeper);
    _exit(0);
}

static inline void watchfloor_handle(int signal, void (*handler)(int), int flags, struct sigaction *previous) {
    struct sigaction action;
    sigemptyset(&action.sa_mask);
    action.sa_flags = flags;
    action.sa_handler = handler;
    sigaction(signal, &action, previous);
}
static inline void watchfloor_restore_handler(int signal, const struct sigaction *previous) {
    sigaction(signal, previous, NULL);
}
static inline int watchfloor_is_ignored(int signal) {
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}
static inline void watchfloor_default(int signal) { watchfloor_handle(signal, SIG_DFL, 0, NULL); }
static inline void watchfloor_ignore(int signal, struct sigaction *previous) {
    watchfloor_handle(signal, SIG_IGN, 0, previous);
}
