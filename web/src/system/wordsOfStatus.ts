// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    status: '系统状态',
    status_says: '服务的版本，以及它此刻能不能工作。',
    version: '服务版本',
    contract: '接口版本',
    database: '数据库',
    disk: '磁盘',
    fine: '正常',
    away: '不可用',
    asked: '{time} 检查，每 15 秒更新',
    database_away: '数据库连不上：已有的改动没有丢，恢复后自动继续。请联系系统管理员。',
    disk_away: '磁盘空间不足或不能写入：暂时不能保存。请系统管理员清理磁盘。',
  },
  {
    status: 'State of the system',
    status_says: 'The version of the server, and whether it can work just now.',
    version: 'Server',
    contract: 'Interface',
    database: 'Database',
    disk: 'Disk',
    fine: 'fine',
    away: 'not available',
    asked: 'Checked at {time}; again every 15 seconds',
    database_away: 'The database cannot be reached. Nothing is lost and work goes on by itself once it is back. Tell the system administrator.',
    disk_away: 'The disk is full or cannot be written: nothing can be saved for now. The system administrator has to make room.',
  },
)
