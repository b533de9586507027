import HTTP
import Service
extension Site {
  func themes(_ room: Room) -> Response { nothingThere(room.visitor) }
  func prisma(_ room: Room, _ request: Request) throws(Fault) -> Response { nothingThere(room.visitor) }
  func prismaPicture(_ room: Room) throws(Fault) -> Response { nothingThere(room.visitor) }
  func box(_ box: String, _ room: Room) throws(Fault) -> Response { nothingThere(room.visitor) }
}
