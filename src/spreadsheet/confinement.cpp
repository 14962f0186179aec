// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/confinement.h"

#include <initializer_list>
#include <utility>

namespace spreadsheet {

namespace {

constexpr auto bubblewrap = "/usr/bin/bwrap";

// What programs are made of; a machine may lack some of them.
constexpr std::initializer_list<const char*> system_folders{"/usr",
                                                            "/bin",
                                                            "/lib",
                                                            "/lib64",
                                                            "/etc/alternatives",
                                                            "/etc/ld.so.cache",
                                                            "/etc/fonts",
                                                            "/etc/libreoffice",
                                                            "/var/cache/fontconfig"};

}  // namespace

Child confined(const Child& child)
{
    Child outer = child;
    outer.program = bubblewrap;
    std::vector<std::string>& words = outer.arguments;
    // A session of its own: a terminal that the program could open would take its letters for the user's.
    words = {"--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"};
    const auto add = [&words](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
    for (const char* const folder : system_folders) add({"--ro-bind-try", folder, folder});
    add({"--proc", "/proc", "--dev", "/dev", "--size", std::to_string(child.file_bytes), "--tmpfs", "/tmp"});
    for (const auto& path : child.readable) add({"--ro-bind", path.string(), path.string()});
    const std::string own = child.folder.string();
    add({"--bind", own, own, "--chdir", own, "--", child.program.string()});
    words.insert(words.end(), child.arguments.begin(), child.arguments.end());
    return outer;
}

Child idle(const Child& child)
{
    Child nothing = child;
    nothing.program = "/bin/true";
    nothing.arguments.clear();
    return nothing;
}

}  // namespace spreadsheet
