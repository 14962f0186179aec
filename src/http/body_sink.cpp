// SPDX-License-Identifier: Apache-2.0
#include "http/body_sink.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/id.h"

namespace http {

BodySink::BodySink(const Plan& plan, const std::filesystem::path& folder) : plan_{plan}
{
    if (plan.body != Body::file) return;
    std::filesystem::create_directories(folder);
    file_ = folder / base::new_uuid(base::SystemClock{});
    descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), file_.string());
}

BodySink::~BodySink()
{
    if (descriptor_ >= 0) ::close(descriptor_);
    std::error_code gone;
    if (!file_.empty()) std::filesystem::remove(file_, gone);
}

int BodySink::take(std::string_view piece)
{
    bytes_ += piece.size();
    if (bytes_ > plan_.body_limit) {
        refuse("request.body_too_long");
        return 413;
    }
    if (plan_.body == Body::file) return write(piece);
    body_ += piece;
    return 200;
}

int BodySink::write(std::string_view piece)
{
    digest_.add(piece);
    while (!piece.empty()) {
        const ssize_t count = ::write(descriptor_, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            refuse("request.disk_full");
            return 507;
        }
        piece.remove_prefix(static_cast<std::size_t>(count));
    }
    return 200;
}

int BodySink::close()
{
    if (descriptor_ < 0) return 200;
    const bool is_on_disk = ::fsync(descriptor_) == 0;
    ::close(descriptor_);
    descriptor_ = -1;
    if (is_on_disk) return 200;
    refuse("request.disk_full");
    return 507;
}

void BodySink::give_to(Request& request)
{
    request.body = std::move(body_);
    if (file_.empty()) return;
    request.upload = std::make_shared<Upload>(file_, static_cast<std::int64_t>(bytes_), digest_.finish());
    file_.clear();
}

}  // namespace http
