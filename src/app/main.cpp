// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"

int main(int argc, char** argv)
{
    app::Desk desk;
    cli::Program program{MINGJI_VERSION};
    app::add_all_commands(program, desk);
    return program.run(argc, argv);
}
