// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>

#include <charconv>

#include "app/commands.h"
#include "base/certificate.h"
#include "base/content_store.h"
#include "base/file_descriptor.h"

namespace app {

namespace {

// Never over another file, and for its owner alone.
void write_new(const std::filesystem::path& file, const std::string& text)
{
    const base::FileDescriptor written{file.string(), O_WRONLY | O_CREAT | O_EXCL, 0600};
    written.write_all(text);
    written.sync();
}

std::int64_t number_of(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;  // 0 days are refused
}

cli::Exit init(const cli::Input& input, cli::Terminal& terminal)
{
    const std::filesystem::path folder = input.text_or("--folder", (data_folder(input) / "tls").string());
    const std::filesystem::path certificate = folder / "cert.pem";
    const std::filesystem::path key = folder / "key.pem";
    for (const auto& file : {certificate, key})
        if (std::filesystem::exists(file))
            return refuse(terminal, {base::ErrorKind::conflict, "app.tls.already_there", {{"file", file.string()}}});
    const base::SystemClock clock;
    const auto made =
        base::self_signed(input.all("--host"), clock.seconds_since_1970(), number_of(input.text_or("--days", "825")));
    if (!made) return refuse(terminal, made.error());
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    write_new(key, made->key);
    write_new(certificate, made->certificate);
    base::sync_folder(folder);
    terminal.note(terminal.words("app.tls.made", {{"certificate", certificate.string()}, {"key", key.string()}}));
    terminal.out << made->fingerprint << '\n';
    return cli::Exit::done;
}

}  // namespace

void add_tls_command(cli::Program& program)
{
    program.add({.path = {"tls", "init"},
                 .summary = {"生成自签名证书和私钥，供内网用 https 访问",
                             "make a key and a certificate that it signed itself, for an intranet"},
                 .examples = {"mingji tls init --host mingji.example.lan --host 10.1.2.3"},
                 .options = {{"--host",
                              {"内网域名或地址，可多次", "name or address of the server, may be repeated"},
                              "NAME",
                              true,
                              true},
                             {"--days", {"有效天数（默认 825）", "how long it is good"}, "DAYS"},
                             {"--folder", {"存放目录（默认 数据目录/tls）", "where to put them"}, "DIR"}},
                 .run = init});
}

}  // namespace app
