import type { Instant } from "@/lib/clock";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { deviceJson } from "@/lib/simulator/v3/device-json";
import { type Fields } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";
import { formatSystemTime } from "@/lib/simulator/wire-time";

/** A device in version 2: the list of schedules has another name, and so has the receiver with a touch screen. */
export function v2DeviceJson(
  person: SimulatedPerson,
  writer: RecordWriter,
  lastUpload: Instant | null,
): Fields {
  const state = { person, writer, lastUpload, transmitterId: null };
  const { displayDevice, transmitterGeneration, alertSchedules } = deviceJson(state);
  return {
    transmitterGeneration,
    displayDevice: displayDevice === "receiver" ? "touchscreenReceiver" : displayDevice,
    ...(lastUpload === null ? {} : { lastUploadDate: formatSystemTime(lastUpload, writer.style) }),
    alertScheduleList: alertSchedules,
  };
}
